namespace CrossAccess.Sandbox.Services;

/// <summary>How each protocol says that there are too many requests.</summary>
internal static class Throttling
{
    public static bool IsThrottling(string code) => code is "Throttling" or "ThrottlingException" or "TooManyRequestsException";

    public static ServiceError For(string protocol) => protocol switch
    {
        "query" => new ServiceError("Throttling", "Rate exceeded", 400),
        "rest-json" => new ServiceError("TooManyRequestsException", "Too Many Requests", 429),
        _ => new ServiceError("ThrottlingException", "Rate exceeded", 400),
    };
}
