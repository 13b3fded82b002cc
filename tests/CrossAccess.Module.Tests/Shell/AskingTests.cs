using System.Collections.Concurrent;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Shell;

public sealed class AskingTests : IDisposable
{
    private readonly ModuleSession _session = ThingSession.Open();
    private readonly ConcurrentQueue<string> _applied = new();

    public AskingTests() => _session.SetWork("work", (name, _) =>
    {
        _applied.Enqueue(name);
        return Task.CompletedTask;
    });

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("'a', 'b' | Set-Thing -OnApply $work -WhatIf")]
    [InlineData("$WhatIfPreference = $true; 'a', 'b' | Set-Thing -OnApply $work")]
    [InlineData("function f { [CmdletBinding(SupportsShouldProcess)] param() 'a', 'b' | Set-Thing -OnApply $work }; f -WhatIf")]
    [InlineData("'a', 'b' | Set-Thing -OnApply $work -WhatIf -Force")]
    [InlineData("$WhatIfPreference = $true; 'a', 'b' | Set-Thing -OnApply $work -Force")]
    [InlineData("'a', 'b' | Set-Thing -OnApply $work -WhatIf -Confirm")]
    public void WhatIf_plans_and_applies_nothing(string script)
    {
        ShellResult result = _session.Run(script);

        Assert.Equal(["a Planned", "b Planned"], result.Texts);
        Assert.Empty(_applied);
        Assert.Contains("What if: Performing the operation \"Update\" on target \"planned a\".", result.HostText, StringComparison.Ordinal);
        Assert.Empty(_session.Screen.Questions);
    }

    [Fact]
    public void WhatIf_says_nothing_about_what_is_as_wanted()
    {
        ShellResult result = _session.Run("'a' | Set-Thing -Current a -WhatIf");

        Assert.Equal(["a Unchanged"], result.Texts);
        Assert.Equal("", result.HostText);
    }

    [Fact]
    public void An_explicit_WhatIf_false_outranks_the_preference()
    {
        ShellResult result = _session.Run("$WhatIfPreference = $true; 'a' | Set-Thing -OnApply $work -WhatIf:$false");

        Assert.Equal(["a Updated"], result.Texts);
    }

    [Fact]
    public void A_whole_pipeline_can_be_rehearsed()
    {
        ShellResult result = _session.Run("$WhatIfPreference = $true; 'a' | Set-Thing -OnApply $work | Set-Thing -OnApply $work | Remove-Thing -OnApply $work");

        Assert.Equal(["a Planned"], result.Texts);
        Assert.Empty(_applied);
    }

    [Fact]
    public void Each_record_is_asked_about_in_order_and_a_no_leaves_nothing()
    {
        Answer("Yes", "No", "Yes");

        ShellResult result = _session.Run("'a', 'b', 'c' | Set-Thing -OnApply $work -Confirm");

        Assert.Equal(["a Updated", "c Updated"], result.Texts);
        Assert.Equal(["a", "c"], _applied.Order());
        Assert.Collection(
            _session.Screen.Questions,
            question => Assert.Contains("planned a", question, StringComparison.Ordinal),
            question => Assert.Contains("planned b", question, StringComparison.Ordinal),
            question => Assert.Contains("planned c", question, StringComparison.Ordinal));
    }

    [Fact]
    public void Yes_to_all_asks_once()
    {
        Answer("Yes to All");

        ShellResult result = _session.Run("1..5 | Set-Thing -OnApply $work -Confirm");

        Assert.Equal(5, result.Output.Count);
        Assert.Single(_session.Screen.Questions);
    }

    [Fact]
    public void No_to_all_asks_once_and_applies_nothing()
    {
        Answer("No to All");

        ShellResult result = _session.Run("1..5 | Set-Thing -OnApply $work -Confirm");

        Assert.Empty(result.Output);
        Assert.Empty(_applied);
        Assert.Single(_session.Screen.Questions);
    }

    [Fact]
    public void What_is_as_wanted_is_not_asked_about()
    {
        ShellResult result = _session.Run("'a' | Set-Thing -Current a -Confirm");

        Assert.Equal(["a Unchanged"], result.Texts);
        Assert.Empty(_session.Screen.Questions);
    }

    [Fact]
    public void A_dangerous_change_asks_by_default()
    {
        Answer("No");

        Assert.Empty(_session.Run("'a' | Remove-Thing -OnApply $work").Output);
        Assert.Single(_session.Screen.Questions);
    }

    [Theory]
    [InlineData("'a' | Remove-Thing -OnApply $work -Force")]
    [InlineData("'a' | Remove-Thing -OnApply $work -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; 'a' | Remove-Thing -OnApply $work")]
    [InlineData("'a' | Set-Thing -OnApply $work")]
    [InlineData("'a' | Set-Thing -OnApply $work -Confirm -Force")]
    public void Nothing_is_asked_where_the_user_said_so(string script)
    {
        ShellResult result = _session.Run(script);

        Assert.Equal(["a Updated"], result.Texts);
        Assert.Empty(_session.Screen.Questions);
    }

    [Fact]
    public void A_lowered_preference_makes_an_ordinary_change_ask()
    {
        Answer("No");

        Assert.Empty(_session.Run("$ConfirmPreference = 'Medium'; 'a' | Set-Thing -OnApply $work").Output);
    }

    [Fact]
    public void A_later_record_plans_while_an_earlier_one_is_applied()
    {
        Answer("Yes to All");
        Signal applying = new();
        Signal planned = new();
        _session.SetWork("plan", async (name, cancellation) =>
        {
            if (name == "a") return;

            await applying.WaitAsync(cancellation);
            planned.Set();
        });
        _session.SetWork("apply", async (name, cancellation) =>
        {
            applying.Set();
            await planned.WaitAsync(cancellation);
        });

        ShellResult result = _session.Run("'a', 'b' | Set-Thing -OnPlan $plan -OnApply $apply -Confirm");

        Assert.Equal(["a Updated", "b Updated"], result.Texts);
    }

    private void Answer(params string[] answers)
    {
        foreach (string answer in answers) _session.Screen.Answers.Enqueue(answer);
    }
}
