using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Events;

/// <summary>A failure that chance has chosen for a request.</summary>
/// <param name="Kind">How it fails.</param>
/// <param name="CarriedOut">Whether a request whose answer is lost has been carried out all the same.</param>
internal sealed record ChanceFault(SandboxFault Kind, bool CarriedOut)
{
    public bool LosesAnswer => Kind is SandboxFault.Timeout or SandboxFault.Reset;

    /// <summary>What the service answers instead of carrying the request out, or null when the answer is lost.</summary>
    public ServiceError? Answer(string protocol) => Kind switch
    {
        SandboxFault.Throttle => Throttling.For(protocol),
        SandboxFault.Error when protocol == "query" => new ServiceError("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", 500),
        SandboxFault.Error => new ServiceError("InternalServerException", "Unexpected error occurred while processing the request.", 500),
        _ => null,
    };
}
