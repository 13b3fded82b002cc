using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>A browser that nobody here wrote completes the sign-in.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ChromiumTests
{
    [Fact]
    public async Task A_person_chooses_a_user_on_the_page_approves_and_is_signed_in()
    {
        using Workplace work = new();
        await using Chromium chromium = await Chromium.StartAsync(Path.Combine(work.Home, "chromium"));
        using RunningScript connecting = work.Start("Connect-CrossAccess");

        await chromium.OpenAsync(await work.Browser.PageAsync());
        // A button that is pressed needs no script of the page's own.
        await chromium.EvaluateAsync("document.querySelector('select[name=user]').value = 'ana'");
        await chromium.PressAsync("button[value=approve]");
        ShellResult result = connecting.Wait();

        Assert.Empty(result.Errors);
        Assert.Equal("ana", Assert.Single(result.Output).Properties["UserName"].Value);
    }
}
