using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace CrossAccess.IsolationScenario;

/// <summary>What AWS.Tools does with a profile: the SDK's own packages resolve it.</summary>
internal static class SdkSide
{
    // Names the types, so that the packages are loaded before the SDK looks for them.
    private static readonly Type[] Packages = [typeof(AmazonSecurityTokenServiceClient), typeof(AmazonSSOClient), typeof(AmazonSSOOIDCClient)];

    public static async Task<string> ResolveAsync(string profile)
    {
        GC.KeepAlive(Packages);
        return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out AWSCredentials credentials)
            ? (await credentials.GetCredentialsAsync()).AccessKey
            : throw new InvalidOperationException($"The SDK finds no profile '{profile}'.");
    }
}
