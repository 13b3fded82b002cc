using System.Net;
using System.Text.Json;

namespace CrossAccess.Aws;

/// <summary>The role of the container or of the EC2 instance that the shell runs on.</summary>
internal sealed class MetadataCredentials(AwsEnvironment environment)
{
    private const string RolesPath = "/latest/meta-data/iam/security-credentials/";

    /// <summary>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html"/>. Null when there is no container.</summary>
    public async Task<ResolvedCredentials?> FindInContainerAsync(CancellationToken cancellation)
    {
        if (ContainerUri() is not { } uri) return null;

        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (await ContainerTokenAsync(cancellation) is { } token) request.Headers.TryAddWithoutValidation("Authorization", token);
        const string Source = "the container's role";
        try
        {
            string answer = await SendAsync(request, cancellation);
            return new(Parse(answer), Source);
        }
        catch (Exception exception) when (IsFailure(exception, cancellation))
        {
            throw new ClientAccessException(ClientAccessError.CredentialsNotFound, $"{Source} cannot be read from '{uri.Authority}': {ReasonOf(exception)}.", exception)
            {
                RecommendedAction = "Check that the task or pod has a role.",
            };
        }
    }

    /// <summary>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html"/>. Null when this is no EC2 instance, or one without a role.</summary>
    public async Task<ResolvedCredentials?> FindOnInstanceAsync(CancellationToken cancellation)
    {
        if (environment.IsTrue("AWS_EC2_METADATA_DISABLED")) return null;

        var endpoint = new Uri(environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? "http://169.254.169.254");
        try
        {
            using var tokenRequest = new HttpRequestMessage(HttpMethod.Put, new Uri(endpoint, "/latest/api/token"));
            tokenRequest.Headers.Add("x-aws-ec2-metadata-token-ttl-seconds", "21600");
            string token = await SendAsync(tokenRequest, cancellation);
            string role = (await GetAsync(new Uri(endpoint, RolesPath), token, cancellation)).Split('\n', 2)[0].Trim();
            return new(Parse(await GetAsync(new Uri(endpoint, RolesPath + role), token, cancellation)), $"the instance's role '{Printable.Of(role)}'");
        }
        catch (Exception exception) when (IsFailure(exception, cancellation))
        {
            // Not on EC2 nothing answers there: that is the usual case, and no error.
            return null;
        }
    }

    private Uri? ContainerUri()
    {
        if (environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] is { } relative) return new Uri(new Uri("http://169.254.170.2"), relative);
        if (environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] is not { } full) return null;

        bool isUri = Uri.TryCreate(full, UriKind.Absolute, out Uri? uri);
        return isUri && (uri!.Scheme == Uri.UriSchemeHttps || IsLocal(uri))
            ? uri
            : throw new ClientAccessException(
                ClientAccessError.CredentialsNotFound,
                $"AWS_CONTAINER_CREDENTIALS_FULL_URI is '{Printable.Of(full)}': it must start with https://, or name this machine or the container service.");
    }

    // The hosts that AWS tools trust without TLS: this machine, and the addresses of ECS and EKS.
    private static bool IsLocal(Uri uri) => uri.Scheme == Uri.UriSchemeHttp
        && (uri.IsLoopback || uri.Host is "169.254.170.2" or "169.254.170.23" or "[fd00:ec2::23]");

    private async Task<string?> ContainerTokenAsync(CancellationToken cancellation)
    {
        if (environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] is not { } file) return environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"];

        try
        {
            return (await File.ReadAllTextAsync(file, cancellation)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ClientAccessException(ClientAccessError.CredentialsNotFound, $"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read: {exception.Message}", exception);
        }
    }

    private static async Task<string> GetAsync(Uri uri, string token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Add("x-aws-ec2-metadata-token", token);
        return await SendAsync(request, cancellation);
    }

    private static async Task<string> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await AwsHttpClients.Metadata.SendAsync(request, cancellation);
        // EnsureSuccessStatusCode would let a redirect through as a success that has no body.
        if (response.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"it answered with status {(int)response.StatusCode}");

        return await response.Content.ReadAsStringAsync(cancellation);
    }

    private static AwsCredentials Parse(string answer)
    {
        using JsonDocument json = JsonDocument.Parse(answer);
        return CredentialJson.Read(json.RootElement, "Token");
    }

    private static bool IsFailure(Exception exception, CancellationToken cancellation) =>
        exception is HttpRequestException or JsonException or FormatException or IOException
        || (exception is OperationCanceledException && !cancellation.IsCancellationRequested);

    private static string ReasonOf(Exception exception) => exception switch
    {
        JsonException => "its answer is not JSON",
        OperationCanceledException => "it did not answer in time",
        _ => exception.Message.TrimEnd('.'),
    };
}
