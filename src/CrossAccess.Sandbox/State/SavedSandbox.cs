namespace CrossAccess.Sandbox.State;

/// <summary>A Sandbox at rest. Sessions, tokens and events end with the Sandbox; all else is here.</summary>
/// <param name="Form">The form of the file, raised when an older one cannot be read any more.</param>
/// <param name="ClockAhead">How far the clock had been turned on.</param>
internal sealed record SavedSandbox(
    int Form,
    string Region,
    string AdminAccountId,
    string HomeAccountId,
    string ManagementAccountId,
    string OrganizationId,
    TimeSpan ClockAhead,
    IReadOnlyList<string> ClientAccountIds,
    IReadOnlyList<SavedAccount> Accounts,
    SavedDirectory Directory,
    SavedIdentityCenter IdentityCenter)
{
    public const int CurrentForm = 1;

    /// <exception cref="InvalidDataException">The options want a Sandbox of another layout than was saved.</exception>
    public void CheckFits(SandboxOptions options)
    {
        Check("Region", Region, options.Region);
        Check("admin account", AdminAccountId, options.AdminAccountId);
        Check("home account", HomeAccountId, options.HomeAccountId);
        Check("management account", ManagementAccountId, options.ManagementAccountId ?? options.AdminAccountId);
    }

    private static void Check(string what, string saved, string wanted)
    {
        if (saved != wanted)
            throw new InvalidDataException($"The saved Sandbox has the {what} {saved}, not {wanted}.");
    }
}
