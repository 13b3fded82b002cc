namespace CrossAccess;

/// <summary>How somebody asks to sign in. What is null comes from the inventory or the AWS configuration.</summary>
internal sealed record SignInOptions
{
    public string? SessionName { get; init; }

    public string? StartUrl { get; init; }

    public string? Region { get; init; }

    /// <summary>By a code that is typed on any device, instead of the browser of this one.</summary>
    public bool UseDeviceCode { get; init; }

    /// <summary>Even where a sign-in still holds.</summary>
    public bool Force { get; init; }

    /// <summary>False where nobody is there to sign in.</summary>
    public bool IsInteractive { get; init; } = true;
}
