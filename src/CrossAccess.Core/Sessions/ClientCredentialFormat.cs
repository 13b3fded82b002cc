namespace CrossAccess;

/// <summary>How credentials are written for other programs; the names are those of <c>aws configure export-credentials</c>, and two more.</summary>
public enum ClientCredentialFormat
{
    /// <summary>The JSON that an AWS profile's credential_process prints.</summary>
    Process,
    /// <summary>Commands of a POSIX shell that export variables.</summary>
    Env,
    /// <summary>Commands of PowerShell that set variables of the environment.</summary>
    PowerShell,
    /// <summary>A file of variables, as docker, compose and many libraries read it.</summary>
    Dotenv,
    /// <summary>JSON that says, too, whose credentials they are.</summary>
    Json,
}
