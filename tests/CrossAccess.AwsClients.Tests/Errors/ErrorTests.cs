using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SSOAdmin;
using Amazon.SSOAdmin.Model;
using Amazon.SSOOIDC.Model;
using CrossAccess.AwsClients.Tests.Operations;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Errors;

/// <summary>Errors as AWS spells them in each protocol, and the exceptions that callers catch.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string, string, string> ModelledErrors =>
    [
        .. Clients.Operations.SelectMany(operation => operation.Errors, (operation, error) => (operation.Model.Id, operation.Name, error.Name))
            .DistinctBy(entry => (entry.Id, entry.Item3)),
    ];

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task Every_error_of_the_model_is_an_exception_of_its_name(string model, string operationName, string errorName)
    {
        var operation = ServiceModel.Of(model).Operation(operationName);
        var error = operation.Errors.Single(shape => shape.Name == errorName);
        var code = error.ErrorCode ?? error.Name;
        var status = error.ErrorStatus ?? 400;
        using var server = new LoopbackServer(_ => operation.Model.Protocol == "query"
            ? XmlError(code, "what went wrong", status)
            : JsonError($$"""{"message":"what went wrong"}""", status, code));
        using var client = Clients.ByModel[model](server.Url, 0);

        var thrown = await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => OperationCall.SendAsync(client, operation, ModelSample.Of(operation.Input!)));

        Assert.Equal(errorName, thrown.GetType().Name);
        Assert.Equal("what went wrong", thrown.Message);
        Assert.Equal(code, thrown.ErrorCode);
        Assert.Equal((HttpStatusCode)status, thrown.StatusCode);
        Assert.Equal(status < 500 ? ErrorType.Sender : ErrorType.Receiver, thrown.ErrorType);
        Assert.Equal("r-1", thrown.RequestId);
    }

    [Theory]
    [InlineData("ConflictException:http://internal.amazon.com/coral/", "{}")]
    [InlineData("com.amazonaws.sso#ConflictException", "{}")]
    [InlineData(null, """{"__type":"com.amazonaws.sso#ConflictException","Message":"again"}""")]
    [InlineData(null, """{"__type":"ConflictException"}""")]
    [InlineData(null, """{"code":"ConflictException"}""")]
    public async Task A_JSON_error_code_is_read_from_the_header_or_the_body(string? header, string body)
    {
        var thrown = await SsoAdminFailure(JsonError(body, 400, header));

        Assert.IsType<Amazon.SSOAdmin.Model.ConflictException>(thrown);
        Assert.Equal("ConflictException", thrown.ErrorCode);
    }

    [Fact]
    public async Task The_members_of_an_error_are_read()
    {
        var thrown = await SsoAdminFailure(JsonError("""{"__type":"AccessDeniedException","Message":"key","Reason":"KMS_AccessDeniedException"}""", 400, null));

        var denied = Assert.IsType<Amazon.SSOAdmin.Model.AccessDeniedException>(thrown);
        Assert.Equal(AccessDeniedExceptionReason.KMS_AccessDeniedException, denied.Reason);
        Assert.Equal("key", denied.Message);
    }

    [Fact]
    public async Task An_unknown_JSON_code_is_the_base_exception_of_the_service()
    {
        var thrown = await SsoAdminFailure(JsonError("""{"__type":"UnrecognizedClientException","message":"The security token is invalid"}""", 400, null));

        Assert.IsType<AmazonSSOAdminException>(thrown);
        Assert.Equal("UnrecognizedClientException", thrown.ErrorCode);
        Assert.Equal("The security token is invalid", thrown.Message);
    }

    [Fact]
    public async Task An_unknown_XML_code_is_the_base_exception_of_the_service()
    {
        using var server = new LoopbackServer(_ => XmlError("AccessDenied", "not authorized to perform: iam:GetRole", 403));
        using var client = Clients.Iam(server.Url);

        var thrown = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.GetRoleAsync(new GetRoleRequest { RoleName = "x" }, Cancellation));

        Assert.IsType<AmazonIdentityManagementServiceException>(thrown);
        Assert.Equal("AccessDenied", thrown.ErrorCode);
        Assert.Equal(HttpStatusCode.Forbidden, thrown.StatusCode);
        Assert.Equal("r-1", thrown.RequestId);
    }

    [Fact]
    public async Task An_answer_that_is_not_of_AWS_is_the_base_exception_with_its_status()
    {
        var page = new WireAnswer(403, "text/html", "<html><p>blocked<br></html>");
        using var server = new LoopbackServer(_ => page);
        using var iam = Clients.Iam(server.Url);

        var json = await SsoAdminFailure(page);
        var xml = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => iam.GetRoleAsync(new GetRoleRequest { RoleName = "x" }, Cancellation));

        Assert.IsType<AmazonSSOAdminException>(json);
        Assert.IsType<AmazonIdentityManagementServiceException>(xml);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (json.StatusCode, xml.StatusCode));
        Assert.Contains("403", json.Message);
    }

    [Theory]
    [InlineData("authorization_pending", typeof(AuthorizationPendingException))]
    [InlineData("slow_down", typeof(SlowDownException))]
    [InlineData("expired_token", typeof(ExpiredTokenException))]
    public async Task A_sign_in_error_is_known_by_its_OAuth_name_too(string error, Type expected)
    {
        using var server = new LoopbackServer(_ => JsonError($$"""{"error":"{{error}}","error_description":"wait"}""", 400, null));
        using var client = Clients.Oidc(server.Url);

        var thrown = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.CreateTokenAsync(new CreateTokenRequest(), Cancellation));

        Assert.IsType(expected, thrown);
        Assert.Equal("wait", thrown.Message);
        Assert.Equal(error, thrown.GetType().GetProperty("Error")!.GetValue(thrown));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<AmazonServiceException> SsoAdminFailure(WireAnswer answer)
    {
        using var server = new LoopbackServer(_ => answer);
        using var client = Clients.SsoAdmin(server.Url);
        return await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListInstancesAsync(new ListInstancesRequest(), Cancellation));
    }

    private static WireAnswer JsonError(string body, int status, string? header)
    {
        var headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = "r-1" };
        if (header is not null)
            headers["x-amzn-ErrorType"] = header;
        return WireAnswer.Json(body, status) with { Headers = headers };
    }

    private static WireAnswer XmlError(string code, string message, int status) => WireAnswer.Xml(
        $"""
        <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r-1</RequestId>
        </ErrorResponse>
        """,
        status);
}
