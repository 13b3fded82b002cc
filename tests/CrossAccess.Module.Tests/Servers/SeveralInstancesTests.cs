using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Module.Tests.Servers;

/// <summary>Setting up where AWS shows several Identity Center instances, or none. Neither the Sandbox nor moto can have several.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class SeveralInstancesTests : IDisposable
{
    private const string First = "arn:aws:sso:::instance/ssoins-1111111111111111";
    private const string Second = "arn:aws:sso:::instance/ssoins-2222222222222222";

    private readonly ModuleSession _shell = new();
    private readonly ProcessEnvironment _environment = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("crossaccess-instances-").FullName;
    private readonly LoopbackServer _server;
    private string _instances = "";

    public SeveralInstancesTests()
    {
        _server = new LoopbackServer(Answer);
        _environment.Set("AWS_ENDPOINT_URL", _server.Url);
        _environment.Set("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        _environment.Set("AWS_SECRET_ACCESS_KEY", "not-verified");
        _environment.Set("AWS_SESSION_TOKEN", null);
        _environment.Set("AWS_PROFILE", null);
        _environment.Set("AWS_REGION", "eu-west-1");
        _environment.Set("CROSSACCESS_INVENTORY", InventoryPath);
    }

    private string InventoryPath => Path.Combine(_folder, "inventory.json");

    public void Dispose()
    {
        _shell.Dispose();
        _environment.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Several_are_listed_so_that_one_can_be_named()
    {
        _instances = $"{Instance(First)},{Instance(Second)}";

        ErrorRecord error = _shell.Run("Initialize-CrossAccess acme").OnlyError();

        Assert.Equal("InstanceAmbiguous", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains(First, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(Second, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-InstanceArn", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(InventoryPath));

        ShellResult named = _shell.Run($"Initialize-CrossAccess acme -InstanceArn {Second}");
        Assert.Empty(named.Errors);
        Assert.Equal(Second, Assert.Single(named.Output).Text("InstanceArn"));
    }

    [Fact]
    public void None_is_an_error_that_asks_for_the_Region()
    {
        ErrorRecord error = _shell.Run("Initialize-CrossAccess acme").OnlyError();

        Assert.Equal("InstanceNotFound", error.Id());
        Assert.Contains("-Region", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(InventoryPath));
    }

    private static string Instance(string arn) =>
        $$"""{"InstanceArn":"{{arn}}","IdentityStoreId":"d-1234567890","OwnerAccountId":"999988887777","Status":"ACTIVE"}""";

    private WireAnswer Answer(WireRequest request) => request.Header("X-Amz-Target") switch
    {
        "SWBExternalService.ListInstances" => WireAnswer.Json($$"""{"Instances":[{{_instances}}]}"""),
        "SWBExternalService.ListPermissionSets" => WireAnswer.Json("""{"PermissionSets":[]}"""),
        _ => WireAnswer.Xml("""
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/ada</Arn><UserId>AIDAEXAMPLE</UserId><Account>111111111111</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>
            """),
    };
}
