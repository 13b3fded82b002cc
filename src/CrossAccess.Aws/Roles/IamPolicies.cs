using System.Globalization;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace CrossAccess.Aws;

/// <summary>
/// The managed policies of one account's own.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html"/>.
/// </summary>
internal sealed class IamPolicies(AmazonIdentityManagementServiceClient client, AwsCalls calls) : IIamPolicies
{
    // As many as IAM gives at a time.
    private const int EntitiesAtOnce = 1000;

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int Versions = 5;

    // Others may write versions of the same policy at the same time.
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<ManagedPolicyVersion?> FindAsync(string policyArn, CancellationToken cancellation)
    {
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            var request = new ListPolicyVersionsRequest { PolicyArn = policyArn };
            ListPolicyVersionsResponse? found = await calls.FindAsync("iam:ListPolicyVersions", () => client.ListPolicyVersionsAsync(request, cancellation), cancellation);
            if (found?.Versions is not { Count: > 0 } versions) return null;

            int number = NumberOf(versions.First(version => version.IsDefaultVersion == true));
            if (await FindVersionAsync(policyArn, number, cancellation) is { } document) return new ManagedPolicyVersion(number, versions.Max(NumberOf), document);
            // Another version has become the default one in between, or the policy has just been deleted.
            await Task.Delay(Pause, cancellation);
        }
        return null;
    }

    public async Task<string?> FindVersionAsync(string policyArn, int number, CancellationToken cancellation)
    {
        var request = new GetPolicyVersionRequest { PolicyArn = policyArn, VersionId = $"v{number}" };
        GetPolicyVersionResponse? found = await calls.FindAsync("iam:GetPolicyVersion", () => client.GetPolicyVersionAsync(request, cancellation), cancellation);
        return found?.PolicyVersion is { } version ? IamDocument.Decoded(version.Document) : null;
    }

    public Task CreateAsync(string policyName, string description, string document, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        var request = new CreatePolicyRequest
        {
            PolicyName = policyName,
            Description = description.Length == 0 ? null : description,
            PolicyDocument = document,
            Tags = tags.Count == 0 ? null : [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };
        return RunAsync("iam:CreatePolicy", policyName, () => client.CreatePolicyAsync(request, cancellation), cancellation);
    }

    public async Task<int> PutAsync(string policyArn, string document, CancellationToken cancellation)
    {
        var request = new CreatePolicyVersionRequest { PolicyArn = policyArn, PolicyDocument = document, SetAsDefault = true };
        for (int attempt = 1; ; attempt++)
        {
            await MakeRoomAsync(policyArn, cancellation);
            try
            {
                CreatePolicyVersionResponse created = await RunAsync("iam:CreatePolicyVersion", policyArn, () => client.CreatePolicyVersionAsync(request, cancellation), cancellation);
                return NumberOf(created.PolicyVersion!);
            }
            catch (ClientAccessException full) when (full.Error == ClientAccessError.QuotaExceeded && attempt < Attempts)
            {
                // Another process has taken the room, or IAM does not know yet that there is some.
                await Task.Delay(Pause * attempt, cancellation);
            }
        }
    }

    public Task<IReadOnlyList<string>> ListRoleNamesAsync(string policyArn, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (marker, stop) =>
        {
            var request = new ListEntitiesForPolicyRequest { PolicyArn = policyArn, EntityFilter = EntityType.Role, PolicyUsageFilter = PolicyUsageType.PermissionsPolicy, MaxItems = EntitiesAtOnce, Marker = marker };
            ListEntitiesForPolicyResponse page = await RunAsync("iam:ListEntitiesForPolicy", policyArn, () => client.ListEntitiesForPolicyAsync(request, stop), stop);
            return (page.PolicyRoles?.Select(role => role.RoleName!), page.IsTruncated == true ? page.Marker : null);
        },
        cancellation);

    private async Task MakeRoomAsync(string policyArn, CancellationToken cancellation)
    {
        IReadOnlyList<PolicyVersion> versions = await ListVersionsAsync(policyArn, cancellation);
        if (versions.Count < Versions) return;

        PolicyVersion oldest = versions.Where(version => version.IsDefaultVersion != true).MinBy(NumberOf)!;
        try
        {
            var request = new DeletePolicyVersionRequest { PolicyArn = policyArn, VersionId = oldest.VersionId };
            await RunAsync("iam:DeletePolicyVersion", $"{policyArn}, {oldest.VersionId}", () => client.DeletePolicyVersionAsync(request, cancellation), cancellation);
        }
        catch (ClientAccessException other) when (other.Error is ClientAccessError.ResourceNotFound or ClientAccessError.ResourceInUse)
        {
            // Another process has deleted it, or made it the default one: whether there is room, the new version tells.
        }
    }

    private Task<IReadOnlyList<PolicyVersion>> ListVersionsAsync(string policyArn, CancellationToken cancellation) => Pages.ReadAllAsync<PolicyVersion>(
        async (marker, stop) =>
        {
            var request = new ListPolicyVersionsRequest { PolicyArn = policyArn, Marker = marker };
            ListPolicyVersionsResponse page = await RunAsync("iam:ListPolicyVersions", policyArn, () => client.ListPolicyVersionsAsync(request, stop), stop);
            return (page.Versions, page.IsTruncated == true ? page.Marker : null);
        },
        cancellation);

    // v12 is newer than v9: numbers only rise, while two versions may be of the same second.
    private static int NumberOf(PolicyVersion version) =>
        int.Parse(version.VersionId!.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    private Task<T> RunAsync<T>(string operation, string about, Func<Task<T>> call, CancellationToken cancellation) =>
        calls.RunAsync(operation, call, cancellation, about);
}
