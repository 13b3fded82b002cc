using System.Management.Automation;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>The parameter sets of AWS Tools' Set-AWSCredential.</summary>
[Cmdlet(VerbsCommon.Set, "AWSCredential")]
public sealed class SetAwsCredentialCommand : PSCmdlet
{
    private const string Keys = "BasicOrSession";
    private const string Role = "AssumeRole";
    private const string Given = "AWSCredentials";
    private const string Stored = "StoredProfile";

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = Keys)]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = Keys)]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = Keys)]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = Role)]
    public string? ExternalID { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = Role)]
    public string? RoleArn { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = Role)]
    public string? SourceProfile { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = Stored, Position = 200)]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = Given)]
    public AWSCredentials? Credential { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public VariableScope Scope { get; set; }

    protected override void ProcessRecord()
    {
        ShellCredentials credentials = ParameterSetName switch
        {
            Keys => new ShellCredentials(string.IsNullOrEmpty(SessionToken) ? new BasicAWSCredentials(AccessKey, SecretKey) : new SessionAWSCredentials(AccessKey, SecretKey, SessionToken), "keys"),
            Stored => CredentialOrder.OfProfile(ProfileName!),
            Given => new ShellCredentials(Credential!, "credentials object"),
            _ => new ShellCredentials(AWSCredentialsFactory.GetAWSCredentials(new CredentialProfileOptions { RoleArn = RoleArn, SourceProfile = SourceProfile, ExternalID = ExternalID }, new CredentialProfileStoreChain()), "role"),
        };
        CredentialOrder.Store(SessionState, MyInvocation.BoundParameters.ContainsKey(nameof(Scope)) ? Scope : null, credentials);
    }
}
