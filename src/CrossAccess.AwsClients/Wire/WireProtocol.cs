namespace CrossAccess.AwsClients.Wire;

/// <summary>AWS's wire protocols: https://smithy.io/2.0/aws/protocols/index.html.</summary>
internal enum WireProtocol
{
    /// <summary>awsJson1_1: a POST whose X-Amz-Target names the operation.</summary>
    Json,

    /// <summary>restJson1: method, path, query and headers say what JSON 1.1 says in its body.</summary>
    RestJson,

    /// <summary>awsQuery: a form-encoded POST, answered in XML.</summary>
    Query,
}
