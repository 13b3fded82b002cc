using Amazon.IdentityManagement.Model;
using Amazon.SSOAdmin.Model;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>Null leaves a member out; an empty list says that there is nothing in it.</summary>
public sealed class AbsentAndEmptyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_null_member_is_left_out_of_the_body()
    {
        using var server = new LoopbackServer(_ => WireAnswer.Json("{}"));
        using var client = Clients.SsoAdmin(server.Url);

        await client.CreatePermissionSetAsync(new CreatePermissionSetRequest { Name = "Abc" }, Cancellation);

        Assert.Equal("""{"Name":"Abc"}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task An_empty_list_is_sent_as_one_in_JSON()
    {
        using var server = new LoopbackServer(_ => WireAnswer.Json("{}"));
        using var client = Clients.SsoAdmin(server.Url);

        await client.CreatePermissionSetAsync(new CreatePermissionSetRequest { Tags = [] }, Cancellation);

        Assert.Equal("""{"Tags":[]}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task An_empty_list_is_its_bare_name_in_a_form()
    {
        using var server = new LoopbackServer(_ => WireAnswer.Xml("<TagRoleResponse/>"));
        using var client = Clients.Iam(server.Url);

        await client.TagRoleAsync(new TagRoleRequest { RoleName = "x", Tags = [] }, Cancellation);

        Assert.Equal("", WireRequest.Form(Assert.Single(server.Requests).Body)["Tags"]);
    }

    [Fact]
    public async Task Text_reaches_the_server_as_it_is()
    {
        const string Text = "a+b & c=d %41 \"ü\" 你好\n";
        using var server = new LoopbackServer(_ => WireAnswer.Xml("<UpdateRoleDescriptionResponse/>"));
        using var client = Clients.Iam(server.Url);

        await client.UpdateRoleDescriptionAsync(new UpdateRoleDescriptionRequest { RoleName = "x", Description = Text }, Cancellation);

        Assert.Equal(Text, WireRequest.Form(Assert.Single(server.Requests).Body)["Description"]);
    }

    [Fact]
    public async Task A_value_that_AWS_added_later_is_kept()
    {
        using var server = new LoopbackServer(_ => WireAnswer.Json("""{"Instances":[{"Status":"HIBERNATING","Colour":"red"}]}"""));
        using var client = Clients.SsoAdmin(server.Url);

        var response = await client.ListInstancesAsync(new ListInstancesRequest(), Cancellation);

        Assert.Equal("HIBERNATING", Assert.Single(response.Instances!).Status!.Value);
    }
}
