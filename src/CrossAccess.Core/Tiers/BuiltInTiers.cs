namespace CrossAccess;

/// <summary>The tiers that every provider has.</summary>
internal static class BuiltInTiers
{
    public const string Administrator = "Administrator";

    public static IReadOnlyList<AccessTier> In(string partition) =>
    [
        new(Administrator, "administrator") { ManagedPolicyArn = [AwsManaged(partition, "AdministratorAccess")], IsBuiltIn = true },
        new("ReadOnly", "read-only") { ManagedPolicyArn = [AwsManaged(partition, "ReadOnlyAccess")], IsBuiltIn = true },
        // What DevOps may do differs from provider to provider: the admin names its policies.
        new("DevOps", "devops") { IsBuiltIn = true },
    ];

    private static string AwsManaged(string partition, string name) => $"arn:{partition}:iam::aws:policy/{name}";
}
