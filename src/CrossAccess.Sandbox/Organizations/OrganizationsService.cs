using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Organizations;

/// <summary>The organization of the provider's accounts; client accounts are in none.</summary>
internal static class OrganizationsService
{
    public static Service Create() => new("organizations", "organizations",
    [
        new Operation("DescribeOrganization", static _ => "*", DescribeOrganization),
        new Operation("ListAccounts", static _ => "*", static call => Page.ByToken(call, "Accounts", Members(call), account => Render(call, account), 20)),
        new Operation("DescribeAccount", AccountArn, DescribeAccount),
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
        ["JoinedTimestamp"] = new DateTimeOffset(2024, 1, 10, 8, 0, 0, TimeSpan.Zero),
    };

    private static string AccountArn(Call call)
        => $"arn:{call.Account.Partition}:organizations::{Require(call).ManagementAccountId}:account/{Require(call).Id}/{call.Required("AccountId")}";

    private static string Arn(Organization organization, AwsAccount account)
        => $"arn:{account.Partition}:organizations::{organization.ManagementAccountId}:account/{organization.Id}/{account.Id}";
}
