using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Errors;

public sealed class AwsErrorsTests
{
    private static readonly FailedCall Call = new("iam:GetRole", "profile 'home'", "111111111111", "acme-read-only");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AccessDenied", 403, ClientAccessError.ClientAccessDenied)]
    [InlineData("AccessDeniedException", 400, ClientAccessError.ClientAccessDenied)]
    [InlineData("UnauthorizedOperation", 403, ClientAccessError.ClientAccessDenied)]
    [InlineData("ExpiredToken", 403, ClientAccessError.CredentialsExpired)]
    [InlineData("ExpiredTokenException", 400, ClientAccessError.CredentialsExpired)]
    [InlineData("InvalidClientTokenId", 403, ClientAccessError.CredentialsInvalid)]
    [InlineData("UnrecognizedClientException", 400, ClientAccessError.CredentialsInvalid)]
    [InlineData("SignatureDoesNotMatch", 403, ClientAccessError.CredentialsInvalid)]
    [InlineData("InvalidSignatureException", 400, ClientAccessError.CredentialsInvalid)]
    [InlineData("NoSuchEntity", 404, ClientAccessError.ResourceNotFound)]
    [InlineData("ResourceNotFoundException", 400, ClientAccessError.ResourceNotFound)]
    [InlineData("EntityAlreadyExists", 409, ClientAccessError.ResourceExists)]
    [InlineData("ConflictException", 400, ClientAccessError.ChangeInProgress)]
    [InlineData("ConcurrentModification", 409, ClientAccessError.ChangeInProgress)]
    [InlineData("ConcurrentModificationException", 409, ClientAccessError.ChangeInProgress)]
    [InlineData("DeleteConflict", 409, ClientAccessError.ResourceInUse)]
    [InlineData("Throttling", 400, ClientAccessError.RequestThrottled)]
    [InlineData("ThrottlingException", 400, ClientAccessError.RequestThrottled)]
    [InlineData("TooManyRequestsException", 429, ClientAccessError.RequestThrottled)]
    [InlineData("LimitExceeded", 409, ClientAccessError.QuotaExceeded)]
    [InlineData("ServiceQuotaExceededException", 400, ClientAccessError.QuotaExceeded)]
    [InlineData("MalformedPolicyDocument", 400, ClientAccessError.InvalidPolicyDocument)]
    [InlineData("MalformedPolicyDocumentException", 400, ClientAccessError.InvalidPolicyDocument)]
    [InlineData("PackedPolicyTooLarge", 400, ClientAccessError.PolicyTooLong)]
    [InlineData("ValidationError", 400, ClientAccessError.RequestRejected)]
    [InlineData("ValidationException", 400, ClientAccessError.RequestRejected)]
    [InlineData("InvalidInput", 400, ClientAccessError.RequestRejected)]
    [InlineData("UnmodifiableEntity", 400, ClientAccessError.RequestRejected)]
    [InlineData("ServiceUnavailable", 503, ClientAccessError.ServiceUnavailable)]
    [InlineData("InternalServerException", 500, ClientAccessError.ServiceUnavailable)]
    [InlineData("NeverHeardOf", 500, ClientAccessError.ServiceUnavailable)]
    [InlineData("NeverHeardOf", 403, ClientAccessError.ClientAccessDenied)]
    [InlineData("NeverHeardOf", 400, ClientAccessError.RequestRejected)]
    [InlineData(null, 502, ClientAccessError.ServiceUnavailable)]
    [InlineData(null, 404, ClientAccessError.ResourceNotFound)]
    public void Each_of_AWSs_codes_is_one_of_the_modules_conditions(string? code, int status, ClientAccessError expected) =>
        Assert.Equal(expected, AwsErrors.From(Answer(code, status, "AWS's own words."), Call).Error);

    [Fact]
    public void The_message_says_what_was_tried_where_with_what_and_what_AWS_said()
    {
        ClientAccessException error = AwsErrors.From(Answer("AccessDenied", 403, "User: arn:aws:iam::111111111111:user/jane is not authorized."), Call);

        Assert.Equal(
            "AWS refused iam:GetRole (acme-read-only) in account 111111111111 with profile 'home'. AWS said: User: arn:aws:iam::111111111111:user/jane is not authorized. (AccessDenied)",
            error.Message);
        Assert.Equal("AccessDenied", error.AwsErrorCode);
        Assert.Equal("iam:GetRole", error.Operation);
        Assert.Equal("request-1", error.RequestId);
        Assert.Equal("Allow iam:GetRole in the caller's policy, or use other credentials.", error.RecommendedAction);
    }

    [Fact]
    public void What_the_SDK_wraps_is_unwrapped() => Assert.Equal(
        ClientAccessError.RequestThrottled,
        AwsErrors.From(new AmazonClientException("outer", new InvalidOperationException("inner", Answer("Throttling", 400, "Rate exceeded"))), Call).Error);

    [Theory]
    [InlineData(typeof(TaskCanceledException), ClientAccessError.RequestTimedOut)]
    [InlineData(typeof(TimeoutException), ClientAccessError.RequestTimedOut)]
    [InlineData(typeof(HttpRequestException), ClientAccessError.EndpointUnreachable)]
    [InlineData(typeof(SocketException), ClientAccessError.EndpointUnreachable)]
    [InlineData(typeof(IOException), ClientAccessError.EndpointUnreachable)]
    [InlineData(typeof(InvalidOperationException), ClientAccessError.UnexpectedFailure)]
    public void What_fails_before_AWS_answers_has_conditions_of_its_own(Type exception, ClientAccessError expected) =>
        Assert.Equal(expected, AwsErrors.From(new AmazonClientException("outer", (Exception)Activator.CreateInstance(exception)!), Call).Error);

    [Fact]
    public void The_text_that_was_to_be_signed_is_not_repeated_for_it_holds_the_session_token()
    {
        const string Said = "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key.\n\n"
            + "The Canonical String for this request should have been\n'POST\n/\n\nx-amz-security-token:IQoJsecret";

        ClientAccessException error = AwsErrors.From(Answer("SignatureDoesNotMatch", 403, Said), Call);

        Assert.DoesNotContain("IQoJsecret", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("does not match", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_configuration_that_the_SDK_cannot_read_is_numbered_and_not_quoted()
    {
        var thrown = new TypeInitializationException("Factory", new InvalidDataException("Line 15:<my-secret-key\n> in file /home/jane/.aws/config does not contain a section, property or comment."));

        ClientAccessException error = AwsErrors.From(thrown, Call);

        Assert.Equal(ClientAccessError.ProfileUnusable, error.Error);
        Assert.Contains("line 15 is neither", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-secret-key", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_is_wrong_is_named() => Assert.Contains(
        "clock",
        AwsErrors.From(Answer("SignatureDoesNotMatch", 403, "Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z."), Call).RecommendedAction,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_named()
    {
        using var aws = new FakeAws();
        aws["AWS_ENDPOINT_URL"] = $"http://127.0.0.1:{FreePort.Find()}";
        IAwsSession session = await aws.OpenAsync();

        ClientAccessException error = await Assert.ThrowsAsync<ClientAccessException>(() => session.GetCallerAsync(Stop));

        Assert.Equal(ClientAccessError.EndpointUnreachable, error.Error);
        Assert.Contains(new Uri(aws["AWS_ENDPOINT_URL"]!).Authority, error.Message, StringComparison.Ordinal);
        Assert.Equal("sts:GetCallerIdentity", error.Operation);
    }

    [Theory]
    [InlineData("not a url")]
    [InlineData("ftp://127.0.0.1")]
    public async Task An_endpoint_that_is_no_URL_is_named(string url)
    {
        using var aws = new FakeAws();
        aws["AWS_ENDPOINT_URL"] = url;
        IAwsSession session = await aws.OpenAsync();

        ClientAccessException error = await Assert.ThrowsAsync<ClientAccessException>(() => session.GetCallerAsync(Stop));

        Assert.Contains($"'{url}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_is_no_error_but_a_stop()
    {
        using var stopping = new CancellationTokenSource();
        using var aws = new FakeAws(_ =>
        {
            stopping.Cancel();
            return null;
        });
        IAwsSession session = await aws.OpenAsync("AKIASTOPPED");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.GetCallerAsync(stopping.Token));
    }

    [Fact]
    public async Task An_answer_that_is_no_answer_of_AWS_is_an_error_of_the_module()
    {
        using var aws = new FakeAws(_ => new WireAnswer(200, "text/html", "<html>Please sign in to the hotel's network"));
        IAwsSession session = await aws.OpenAsync("AKIAHOTEL");

        await Assert.ThrowsAsync<ClientAccessException>(() => session.GetCallerAsync(Stop));
    }

    private static AmazonServiceException Answer(string? code, int status, string message) =>
        new(message, null, ErrorType.Sender, code, "request-1", (HttpStatusCode)status);
}
