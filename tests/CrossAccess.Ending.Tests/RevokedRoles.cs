using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>The deny of older sessions, as the client's admin sees and changes it.</summary>
internal static class RevokedRoles
{
    public const string PolicyName = "AWSRevokeOlderSessions";
    public const string RoleName = "acme-read-only";

    public static DateTimeOffset RevokedBefore(this PSObject revoked) => (DateTimeOffset)revoked.Properties["RevokedBefore"].Value;

    public static DateTimeOffset LiftableAfter(this PSObject revoked) => (DateTimeOffset)revoked.Properties["LiftableAfter"].Value;

    /// <summary>The policy's JSON; null where the role has none of that name.</summary>
    public static async Task<string?> DenyAsync(this TimedAws aws)
    {
        using SignedClient admin = SignedClient.Administrator(aws.Sandbox, "222222222222");
        try
        {
            return Uri.UnescapeDataString((await admin.IamAsync("GetRolePolicy", ("RoleName", RoleName), ("PolicyName", PolicyName))).Text("PolicyDocument"));
        }
        catch (AwsError missing) when (missing.Code == "NoSuchEntity")
        {
            return null;
        }
    }

    public static Task PutDenyAsync(this TimedAws aws, DateTimeOffset time) => aws.PutDenyAsync(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"<time>"}}}]}"""
            .Replace("<time>", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public static async Task PutDenyAsync(this TimedAws aws, string document)
    {
        using SignedClient admin = SignedClient.Administrator(aws.Sandbox, "222222222222");
        await admin.IamAsync("PutRolePolicy", ("RoleName", RoleName), ("PolicyName", PolicyName), ("PolicyDocument", document));
    }

    public static async Task DeleteDenyAsync(this TimedAws aws)
    {
        using SignedClient admin = SignedClient.Administrator(aws.Sandbox, "222222222222");
        await admin.IamAsync("DeleteRolePolicy", ("RoleName", RoleName), ("PolicyName", PolicyName));
    }

    /// <summary>Every role of an account with all that it carries.</summary>
    public static async Task<string> DescribeAccountAsync(this TimedAws aws, string accountId)
    {
        using SignedClient admin = SignedClient.Administrator(aws.Sandbox, accountId);
        XElement answer = await admin.IamAsync("GetAccountAuthorizationDetails");
        answer.Descendants().Where(element => element.Name.LocalName is "RoleLastUsed" or "ResponseMetadata").Remove();
        return answer.ToString();
    }

    /// <summary>A session of ana's in another client's role.</summary>
    public static Task<SignedClient> EnterElsewhereAsync(this TimedAws aws)
    {
        aws.Run("Grant-ClientAccess Globex -User ana");
        return aws.EnterAsync("ana", "GlobexReadOnly", "arn:aws:iam::333333333333:role/acme-read-only");
    }
}
