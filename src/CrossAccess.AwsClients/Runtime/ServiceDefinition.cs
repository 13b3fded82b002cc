using CrossAccess.AwsClients.Wire;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>What tells one AWS service from another on the wire.</summary>
internal sealed record ServiceDefinition
{
    /// <summary>AWS's id of the service, as in <c>AWS_ENDPOINT_URL_SSO_ADMIN</c> for "SSO Admin".</summary>
    public required string ServiceId { get; init; }

    /// <summary>The SDK's namespace for it, by which the runtime names requests.</summary>
    public required string Namespace { get; init; }

    /// <summary>The API's version date, which the query protocol sends with every request.</summary>
    public required string Version { get; init; }

    public required WireProtocol Protocol { get; init; }

    /// <summary>The first labels of its host names.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>The service name in its signatures; null where no request is signed.</summary>
    public string? SigningName { get; init; }

    /// <summary>What precedes the operation in X-Amz-Target.</summary>
    public string TargetPrefix { get; init; } = "";

    /// <summary>IAM has one endpoint and one signing region for each partition.</summary>
    public bool OneEndpointPerPartition { get; init; }

    /// <summary>Requests that carry their own proof and are not signed.</summary>
    public IReadOnlyList<Type> UnsignedRequests { get; init; } = [];

    /// <summary>The exception for errors that no subclass of it names.</summary>
    public required Type BaseException { get; init; }

    public bool Signs(Type request) => SigningName is not null && !UnsignedRequests.Contains(request);
}
