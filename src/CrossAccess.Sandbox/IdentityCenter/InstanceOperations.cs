using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>The instance and its Regions.</summary>
internal sealed class InstanceOperations(IdentityCenterInstance instance, AdminRules rules, string region)
{
    public IEnumerable<Operation> All =>
    [
        new("ListInstances", rules.Instance, ListInstances),
        new("DescribeInstance", rules.Instance, DescribeInstance),
        new("ListRegions", rules.Instance, ListRegions),
        new("DescribeRegion", rules.Instance, DescribeRegion),
    ];

    private JsonObject ListInstances(Call call)
    {
        bool visible = call.Account.Organization == instance.Organization && call.Region == region;
        return Page.ByToken<IdentityCenterInstance>(call, "Instances", visible ? [instance] : [], _ =>
        {
            JsonObject described = Identity();
            described["PrimaryRegion"] = region;
            described["Regions"] = new JsonArray(Region());
            return described;
        });
    }

    private JsonObject DescribeInstance(Call call)
    {
        JsonObject described = Identity();
        described["EncryptionConfigurationDetails"] = new JsonObject { ["KeyType"] = "AWS_OWNED_KMS_KEY", ["EncryptionStatus"] = "ENABLED" };
        described["PermissionSetsEnabled"] = true;
        return described;
    }

    private JsonObject ListRegions(Call call) => Page.ByToken(call, "Regions", [region], _ => Region());

    private JsonObject DescribeRegion(Call call)
        => call.Required("RegionName") == region
            ? Region()
            : throw new ServiceError("ResourceNotFoundException", $"Region {call.Required("RegionName")} is not enabled for the instance.");

    private JsonObject Identity() => new()
    {
        ["InstanceArn"] = instance.Arn,
        ["IdentityStoreId"] = instance.Directory.Id,
        ["OwnerAccountId"] = instance.Organization.ManagementAccountId,
        ["CreatedDate"] = instance.CreatedAt,
        ["Status"] = "ACTIVE",
    };

    private JsonObject Region() => new()
    {
        ["RegionName"] = region,
        ["Status"] = "ACTIVE",
        ["AddedDate"] = instance.CreatedAt,
        ["IsPrimaryRegion"] = true,
    };
}
