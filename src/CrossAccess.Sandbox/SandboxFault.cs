namespace CrossAccess.Sandbox;

/// <summary>How a request may fail by chance.</summary>
public enum SandboxFault
{
    /// <summary>It is refused because there are too many, in the service's own words.</summary>
    Throttle,

    /// <summary>It is answered with a fault of the service's own (status 500), and not carried out.</summary>
    Error,

    /// <summary>It is never answered; whether it was carried out is a matter of chance, too.</summary>
    Timeout,

    /// <summary>The connection is reset; whether the request was carried out is a matter of chance, too.</summary>
    Reset,
}
