using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>A session in a client's role, as somebody opened it through home.</summary>
internal static class LiveSession
{
    public const string AbcReadOnly = "arn:aws:iam::222222222222:role/acme-read-only";

    /// <summary>Signs a user in at the portal and enters the client's role.</summary>
    public static async Task<SignedClient> EnterAsync(this TimedAws aws, string user, string permissionSet = "AbcCorpReadOnly", string role = AbcReadOnly)
    {
        using SignedClient home = SignedClient.User(aws.Sandbox, user, permissionSet);
        return await home.AssumeAsync(role, user);
    }

    /// <summary>Whether the session may do what its role allows, by the evaluator's word.</summary>
    public static async Task<bool> MayActAsync(this SignedClient session)
    {
        try
        {
            await session.IamAsync("ListRoles");
            return true;
        }
        catch (AwsError refusal)
        {
            // The second once its role is deleted.
            Assert.Contains(refusal.Code, (string[])["AccessDenied", "InvalidClientTokenId"]);
            return false;
        }
    }
}
