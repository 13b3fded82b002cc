namespace CrossAccess;

/// <summary>A role as it was found in the client's account, and the deny of older sessions in it.</summary>
/// <param name="Document">The JSON of the inline policy of that name; null where there is none.</param>
internal sealed record RevokedRoleState(RevokedRole Role, IamRole Found, IIamRoles Roles, string? Document)
{
    /// <summary>The time before which sessions are denied now; null where none are.</summary>
    public DateTimeOffset? DeniedBefore { get; } = TimeOf(Role, Document);

    /// <summary>The same with the policy as it is at this moment.</summary>
    /// <exception cref="ClientAccessException">SessionDenyUnclear, …</exception>
    public async Task<RevokedRoleState> ReadAgainAsync(CancellationToken cancellation) =>
        new(Role, Found, Roles, await Roles.FindInlinePolicyAsync(Role.Arn.Name, OlderSessionsPolicy.Name, cancellation).ConfigureAwait(false));

    public RevokedClientSession ToResult(ChangeStatus status, DateTimeOffset? revokedBefore) => Role.ToResult(status, revokedBefore, Found.MaxSessionDuration);

    private static DateTimeOffset? TimeOf(RevokedRole role, string? document)
    {
        if (document is null) return null;
        return OlderSessionsPolicy.TimeOf(document) ?? throw new ClientAccessException(
            ClientAccessError.SessionDenyUnclear,
            $"The role {role.Arn} has an inline policy {OlderSessionsPolicy.Name} that says something else than which sessions are denied. It was neither replaced nor removed.")
        {
            RecommendedAction = $"Look at it: {ClientAdminCommands.ShowDeny(role.Arn.Name)}. If nothing in it is needed, delete it and run the command again.",
        };
    }
}
