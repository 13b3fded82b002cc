using System.Management.Automation;
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>A service cmdlet of AWS Tools, with the parameters that each of them has.</summary>
[Cmdlet(VerbsCommon.Get, "STSCallerIdentity")]
[OutputType(typeof(GetCallerIdentityResponse))]
public sealed class GetStsCallerIdentityCommand : PSCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public AWSCredentials? Credential { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? Region { get; set; }

    protected override void ProcessRecord()
    {
        ShellCredentials credentials = FindCredentials();
        RegionEndpoint region = RegionOrder.Find(Region, SessionState);
        WriteDebug($"Credentials obtained from {credentials}");
        var configuration = new AmazonSecurityTokenServiceConfig { ServiceURL = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"), AuthenticationRegion = region.SystemName };
        using var client = new AmazonSecurityTokenServiceClient(credentials.Credentials, configuration);
        WriteObject(client.GetCallerIdentityAsync(new GetCallerIdentityRequest()).GetAwaiter().GetResult());
    }

    private ShellCredentials FindCredentials()
    {
        if (!string.IsNullOrEmpty(AccessKey) && !string.IsNullOrEmpty(SecretKey))
            return new ShellCredentials(string.IsNullOrEmpty(SessionToken) ? new BasicAWSCredentials(AccessKey, SecretKey) : new SessionAWSCredentials(AccessKey, SecretKey, SessionToken), "keys");
        if (!string.IsNullOrEmpty(ProfileName)) return CredentialOrder.OfProfile(ProfileName);
        return Credential is null ? CredentialOrder.Find(SessionState) : new ShellCredentials(Credential, "credentials object");
    }
}
