namespace CrossAccess;

/// <summary>Reads who is let into a role: by the client's permission set, and by what else the role's trust names.</summary>
internal sealed class CutOffReader(Provider provider, ClientAccessGrants grants)
{
    /// <summary>An Identity Center that cannot be read keeps nobody from ending sessions.</summary>
    /// <param name="denied">Those whom home denies, and who are no others.</param>
    public async Task<CutOff> ReadAsync(RevokedRole role, IamRole found, IReadOnlyList<Principal> denied, CancellationToken cancellation)
    {
        var names = new List<string>();
        (string? obstacle, string? set) = (null, null);
        try
        {
            await foreach (Grant grant in grants.ListGrantsAsync(role.Client, role.Tier, cancellation).ConfigureAwait(false))
            {
                set = grant.Set.Name;
                if (!denied.Any(user => user.Id == grant.Principal.Id)) names.Add(grant.Who);
            }
        }
        catch (ClientAccessException e)
        {
            obstacle = e.Message;
        }
        return new CutOff([.. names.Order(StringComparer.Ordinal), .. TrustedBesides(role, found)], obstacle) { PermissionSetName = set };
    }

    private IEnumerable<string> TrustedBesides(RevokedRole role, IamRole found)
    {
        CrossAccessConfiguration configuration = provider.Configuration;
        string set = provider.InventoryFile.Read().PermissionSetName(role.Client, role.Tier);
        string[] ofSet = [.. ReservedRole.ArnPatterns(configuration.Partition, configuration.HomeAccountId, set)];
        try
        {
            return
            [
                .. PolicyStatement.ReadAll(found.TrustPolicy)
                    .Where(statement => statement.IsAllow && statement.CoversAction(AwsActions.AssumeRole))
                    .SelectMany(Admitted)
                    .Where(admitted => !ofSet.Any(pattern => pattern == admitted || PolicyPattern.IsMatch(pattern, admitted)))
                    .Select(admitted => Name(admitted, configuration))
                    .Distinct(StringComparer.Ordinal),
            ];
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            return ["whoever its trust policy lets in besides"];
        }
    }

    // Where a condition names the callers, the principal is only the account that they are in.
    private static IEnumerable<string> Admitted(PolicyStatement statement)
    {
        string[] callers =
        [
            .. statement.Conditions
                .Where(condition => condition.IsOn("aws:PrincipalArn") && !condition.Operator.Contains("Not", StringComparison.OrdinalIgnoreCase))
                .SelectMany(condition => condition.Values),
        ];
        return callers.Length > 0 ? callers : statement.PrincipalsOfAnyKind;
    }

    private static string Name(string principal, CrossAccessConfiguration configuration)
    {
        if (principal == configuration.HomeAccountId || principal == $"arn:{configuration.Partition}:iam::{configuration.HomeAccountId}:root") return "whoever home's own policies let in";
        return RoleArn.TryParse(principal, out RoleArn? arn) && arn.AccountId == configuration.HomeAccountId ? $"home's role {arn.Name}" : Printable.Of(principal);
    }
}
