using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>The checker of requests must itself refuse what AWS would refuse.</summary>
public sealed class RequestValidationTests
{
    private const string Instance = "arn:aws:sso:::instance/ssoins-1111111111111111";

    [Theory]
    [InlineData($$"""{"InstanceArn":"{{Instance}}"}""", "Name: required and missing")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":"Abc","Colour":"red"}""", "Colour: unknown")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":7}""", "Name: Number where the model has string")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":"Abc","Tags":{ } }""", "Tags: Object where the model has list")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":"Abc","Tags":[{"Key":"k"}]}""", "Tags[0].Value: required and missing")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":"AbcAbcAbcAbcAbcAbcAbcAbcAbcAbcAbc"}""", "Name: 33 characters is outside 1..32")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":"A b"}""", "does not match")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":"Äbc"}""", "does not match")]
    [InlineData($$"""{"InstanceArn":"{{Instance}}","Name":"Abc","Description":null}""", "Description: null")]
    [InlineData("[]", "the body is no JSON object")]
    public void A_faulty_JSON_request_is_found_out(string body, string problem) =>
        Assert.Contains(RequestValidation.Problems(Json("SWBExternalService.CreatePermissionSet", body)), found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_sound_request_has_no_problem() =>
        Assert.Empty(RequestValidation.Problems(Json("SWBExternalService.CreatePermissionSet", $$"""{"InstanceArn":"{{Instance}}","Name":"Abc"}""")));

    [Fact]
    public void A_value_outside_an_enumeration_is_found_out() =>
        Assert.Contains(
            RequestValidation.Problems(Json("SWBExternalService.ProvisionPermissionSet", """{"TargetType":"EVERYWHERE"}""")),
            found => found.Contains("is none of AWS_ACCOUNT", StringComparison.Ordinal));

    [Fact]
    public void A_union_with_two_members_is_found_out() =>
        Assert.Contains(
            RequestValidation.Problems(Json(
                "AWSIdentityStore.GetUserId",
                """{"IdentityStoreId":"d-1234567890","AlternateIdentifier":{"ExternalId":{"Issuer":"i","Id":"i"},"UniqueAttribute":{"AttributePath":"userName","AttributeValue":"x"}}}""")),
            found => found.Contains("a union with 2 members", StringComparison.Ordinal));

    [Theory]
    [InlineData("Action=GetRole&Version=2010-05-08", "RoleName: required and missing")]
    [InlineData("Action=GetRole&Version=2010-05-08&RoleName=x&Roles=y", "Roles: unknown parameter")]
    [InlineData("Action=GetRole&Version=2011-06-15&RoleName=x", "no operation is GetRole of version 2011-06-15")]
    [InlineData("Action=TagRole&Version=2010-05-08&RoleName=x&Tags.1.Key=k", "Tags.1.Key: unknown parameter")]
    [InlineData("Action=ListRoles&Version=2010-05-08&MaxItems=many", "MaxItems: String where the model has integer")]
    [InlineData("Action=ListRoles&Version=2010-05-08&MaxItems=1001", "MaxItems: 1001")]
    public void A_faulty_query_request_is_found_out(string body, string problem) =>
        Assert.Contains(RequestValidation.Problems(Form(body)), found => found.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("/federation/credentials?role_name=x", "accountId: required and missing")]
    [InlineData("/federation/credentials?role_name=x&account_id=123456789012&region=y", "region: unknown query parameter")]
    [InlineData("/federation/nowhere", "no operation is GET /federation/nowhere")]
    public void A_faulty_REST_request_is_found_out(string path, string problem)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-amz-sso_bearer_token"] = "token" };

        var problems = RequestValidation.Problems(new WireRequest("GET", path, headers, ""));

        Assert.Contains(problems, found => found.Contains(problem, StringComparison.Ordinal));
    }

    private static WireRequest Json(string target, string body) => Post(body, ("X-Amz-Target", target), ("Content-Type", "application/x-amz-json-1.1"));

    private static WireRequest Form(string body) => Post(body, ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));

    private static WireRequest Post(string body, params (string Name, string Value)[] headers) =>
        new("POST", "/", headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase), body);
}
