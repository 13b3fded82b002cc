using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Organizations;

/// <summary>The organization of the provider's accounts; client accounts are in none.</summary>
internal static class OrganizationsService
{
    private static readonly DateTimeOffset Joined = new(2024, 1, 10, 8, 0, 0, TimeSpan.Zero);

    public static Service Create() => new("organizations", "organizations",
    [
        new Operation("DescribeOrganization", static _ => "*", DescribeOrganization),
        new Operation("ListAccounts", static _ => "*", static call => Page.ByToken(call, "Accounts", Members(call), account => Render(call, account), 20)),
        new Operation("DescribeAccount", AccountArn, DescribeAccount),
        new Operation("ListParents", static _ => "*", ListParents),
        new Operation("DescribeOrganizationalUnit", static _ => "*", DescribeOrganizationalUnit),
        new Operation("ListDelegatedAdministrators", static _ => "*", ListDelegatedAdministrators),
    ])
    {
        Precondition = static call => Require(call),
    };

    private static Organization Require(Call call)
        => call.Account.Organization ?? throw new ServiceError("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

    private static JsonObject DescribeOrganization(Call call)
    {
        Organization organization = Require(call);
        AwsAccount management = call.Cloud.Accounts[organization.ManagementAccountId];
        return new JsonObject
        {
            ["Organization"] = new JsonObject
            {
                ["Id"] = organization.Id,
                ["Arn"] = $"arn:{management.Partition}:organizations::{management.Id}:organization/{organization.Id}",
                ["FeatureSet"] = "ALL",
                ["MasterAccountArn"] = Arn(organization, management),
                ["MasterAccountId"] = management.Id,
                ["MasterAccountEmail"] = management.Email,
            },
        };
    }

    private static JsonObject DescribeAccount(Call call)
    {
        AwsAccount account = Members(call).FirstOrDefault(member => member.Id == call.Required("AccountId"))
            ?? throw new ServiceError("AccountNotFoundException", "You specified an account that doesn't exist.");
        return new JsonObject { ["Account"] = Render(call, account) };
    }

    // The management account stands at the root, the others in one organizational unit below it.
    private static JsonObject ListParents(Call call)
    {
        Organization organization = Require(call);
        string child = call.Required("ChildId");
        bool isTop = child == organization.ManagementAccountId || child == organization.UnitId;
        if (!isTop && Members(call).TrueForAll(member => member.Id != child))
            throw new ServiceError("ChildNotFoundException", "We can't find an organizational unit (OU) or AWS account with the ChildId that you specified.");
        JsonObject parent = isTop
            ? new() { ["Id"] = organization.RootId, ["Type"] = "ROOT" }
            : new() { ["Id"] = organization.UnitId, ["Type"] = "ORGANIZATIONAL_UNIT" };
        return new JsonObject { ["Parents"] = new JsonArray(parent) };
    }

    private static JsonObject DescribeOrganizationalUnit(Call call)
    {
        Organization organization = Require(call);
        Members(call);
        if (call.Required("OrganizationalUnitId") != organization.UnitId)
            throw new ServiceError("OrganizationalUnitNotFoundException", "We can't find an OU with the OrganizationalUnitId that you specified.");
        return new JsonObject
        {
            ["OrganizationalUnit"] = new JsonObject
            {
                ["Id"] = organization.UnitId,
                ["Arn"] = $"arn:{call.Account.Partition}:organizations::{organization.ManagementAccountId}:ou/{organization.Id}/{organization.UnitId}",
                ["Name"] = "Workloads",
            },
        };
    }

    private static JsonObject ListDelegatedAdministrators(Call call)
    {
        Organization organization = Require(call);
        bool isAsked = call.Text("ServicePrincipal") is null or "sso.amazonaws.com";
        List<AwsAccount> delegates = [.. Members(call).Where(member => isAsked && organization.DelegatedAccountId != organization.ManagementAccountId && member.Id == organization.DelegatedAccountId)];
        return Page.ByToken(call, "DelegatedAdministrators", delegates, account =>
        {
            JsonObject shown = Render(call, account);
            shown["DelegationEnabledDate"] = Joined;
            return shown;
        }, 20);
    }

    // Listing is for the management account and delegated administrators.
    private static List<AwsAccount> Members(Call call)
    {
        Organization organization = Require(call);
        if (call.Account.Id != organization.ManagementAccountId && call.Account.Id != organization.DelegatedAccountId)
            throw new ServiceError("AccessDeniedException", "You don't have permissions to access this resource.");
        return [.. call.Cloud.Accounts.Values.Where(account => account.Organization == organization)];
    }

    private static JsonObject Render(Call call, AwsAccount account) => new()
    {
        ["Id"] = account.Id,
        ["Arn"] = Arn(Require(call), account),
        ["Email"] = account.Email,
        ["Name"] = account.Name,
        ["State"] = "ACTIVE",
        ["JoinedMethod"] = "CREATED",
        ["JoinedTimestamp"] = Joined,
    };

    private static string AccountArn(Call call)
        => $"arn:{call.Account.Partition}:organizations::{Require(call).ManagementAccountId}:account/{Require(call).Id}/{call.Required("AccountId")}";

    private static string Arn(Organization organization, AwsAccount account)
        => $"arn:{account.Partition}:organizations::{organization.ManagementAccountId}:account/{organization.Id}/{account.Id}";
}
