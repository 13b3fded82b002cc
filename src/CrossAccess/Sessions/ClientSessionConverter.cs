using System.Management.Automation;
using System.Reflection;

namespace CrossAccess;

/// <summary>
/// Makes a session what AWS Tools for PowerShell, and any other module on the AWS SDK for .NET, asks for as credentials:
/// an Amazon.Runtime.SessionAWSCredentials of the very SDK that asks, which is never the one that this module brings.
/// </summary>
internal sealed class ClientSessionConverter : PSTypeConverter
{
    private const string SessionCredentials = "Amazon.Runtime.SessionAWSCredentials";

    /// <summary>Nothing becomes a session.</summary>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => false;

    /// <summary>Nothing becomes a session.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new NotSupportedException();

    /// <summary>Whether the type is one that the AWS SDK's session credentials can stand for.</summary>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => ConstructorFor(destinationType) is not null;

    /// <summary>The session's keys as the AWS SDK's session credentials.</summary>
    /// <exception cref="ClientAccessException">CredentialsExpired: the session has ended.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        var session = (ClientSession)(sourceValue is PSObject wrapped ? wrapped.BaseObject : sourceValue);
        if (session.Expiration <= CredentialClock.OfProcess.GetUtcNow()) throw Ended(session);
        return ConstructorFor(destinationType)!.Invoke([session.AccessKey, session.SecretAccessKey, session.SessionToken]);
    }

    private static ConstructorInfo? ConstructorFor(Type? type) =>
        type?.Assembly.GetType(SessionCredentials) is { } credentials && type.IsAssignableFrom(credentials)
            ? credentials.GetConstructor([typeof(string), typeof(string), typeof(string)])
            : null;

    private static ClientAccessException Ended(ClientSession session) => new(
        ClientAccessError.CredentialsExpired,
        $"The session of {session} ended at {session.Expiration.ToLocalTime():t}. For a new one type: Enter-ClientRole {session.Client} -Tier {session.Tier} -Account {session.AccountId}");
}
