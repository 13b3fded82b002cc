using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Events;

/// <summary>Errors that a test ordered, by operation.</summary>
internal sealed class Faults
{
    private readonly Dictionary<string, Queue<string>> _ordered = new(StringComparer.OrdinalIgnoreCase);

    public void Order(string operation, string errorCode, int times)
    {
        lock (_ordered)
        {
            if (!_ordered.TryGetValue(operation, out Queue<string>? queue))
                _ordered.Add(operation, queue = new Queue<string>());
            for (int i = 0; i < times; i++)
                queue.Enqueue(errorCode);
        }
    }

    public ServiceError? Take(Service service, string operation)
    {
        lock (_ordered)
        {
            if (!_ordered.TryGetValue(operation, out Queue<string>? queue) || !queue.TryDequeue(out string? code))
                return null;
            return Throttling.IsThrottling(code) ? Throttling.For(service.Model.Protocol) : new ServiceError(code, $"Ordered by the test: {code}.", Status(service, code));
        }
    }

    private static int? Status(Service service, string code) => code switch
    {
        "InternalFailure" or "InternalServerException" => 500,
        "ServiceUnavailable" or "ServiceUnavailableException" => 503,
        "AccessDenied" => 403,
        _ => service.Model.Error(code)?.HttpStatus,
    };
}
