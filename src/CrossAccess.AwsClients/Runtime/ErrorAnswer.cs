using System.Net;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>What an error answer says in any protocol. Code and message are null where the answer is not AWS's own.</summary>
internal sealed record ErrorAnswer(string? Code, string? Message, string? RequestId, HttpStatusCode StatusCode);
