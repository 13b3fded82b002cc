using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SSO;
using Amazon.SSOOIDC;

// Prints who it is by the credentials that the SDK finds by itself.
Type[] packages = [typeof(AmazonSSOClient), typeof(AmazonSSOOIDCClient)];
GC.KeepAlive(packages);
using var client = new AmazonSecurityTokenServiceClient(new AmazonSecurityTokenServiceConfig
{
    ServiceURL = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"),
    AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? "eu-west-1",
});
GetCallerIdentityResponse caller = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest());
Console.WriteLine(caller.Arn);
