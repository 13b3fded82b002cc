namespace CrossAccess.Core.Tests;

/// <summary>Asserts that something is refused with a condition, and returns the exception for its words.</summary>
internal static class Refusal
{
    public static ClientAccessException Of(ClientAccessError error, Action action) => Checked(error, Assert.Throws<ClientAccessException>(action));

    public static async Task<ClientAccessException> OfAsync(ClientAccessError error, Func<Task> action) =>
        Checked(error, await Assert.ThrowsAsync<ClientAccessException>(action));

    private static ClientAccessException Checked(ClientAccessError error, ClientAccessException exception)
    {
        Assert.True(error == exception.Error, $"Expected {error}, but it was {exception.Error}: {exception.Message}");
        Assert.DoesNotContain(exception.Message, char.IsControl);
        return exception;
    }
}
