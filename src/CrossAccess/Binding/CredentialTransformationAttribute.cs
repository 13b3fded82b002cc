using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Security;

namespace CrossAccess.Binding;

/// <summary>
/// Credentials in any shape that PowerShell users hold: a session of ours, AWS.Tools' credentials object (known by its
/// GetCredentials method, since its type is another assembly's), the response of Use-STSRole, a hashtable, or a
/// PSCredential with the access key as user name. Gives <see cref="GivenCredentials"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CredentialTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value) => value switch
    {
        GivenCredentials given => given,
        PSCredential typed => new GivenCredentials(() => new AwsCredentials(typed.UserName, typed.GetNetworkCredential().Password, null)),
        _ when GetCredentialsOf(value) is { } method => new GivenCredentials(() => FromKeys(Invoke(method, value))),
        _ when Member(value, "AccessKey", "AccessKeyId") is not null => Fixed(FromKeys(value)),
        _ when Member(value, "Credentials") is { } inner && inner != value => Transform(inner),
        _ => throw Unusable(),
    };

    private static GivenCredentials Fixed(AwsCredentials keys) => new(() => keys);

    private static AwsCredentials FromKeys(object keys) =>
        Text(Member(keys, "AccessKey", "AccessKeyId")) is { } accessKey && Text(Member(keys, "SecretAccessKey", "SecretKey")) is { } secret
            ? new AwsCredentials(accessKey, secret, Text(Member(keys, "SessionToken", "Token")), Time(Member(keys, "Expiration")))
            : throw Unusable();

    private static MethodInfo? GetCredentialsOf(object value) =>
        value is PSObject ? null : value.GetType().GetMethod("GetCredentials", BindingFlags.Public | BindingFlags.Instance, []);

    private static object Invoke(MethodInfo method, object value)
    {
        try
        {
            return method.Invoke(value, null) ?? throw Unusable();
        }
        catch (TargetInvocationException problem)
        {
            throw new ClientAccessException(
                ClientAccessError.CredentialsInvalid, $"The given credentials could not be read: {problem.InnerException?.Message}", problem.InnerException);
        }
    }

    private static object? Member(object value, params string[] names) =>
        names.Select(name => Unwrap(Member(value, name))).FirstOrDefault(found => found is not null);

    // A property by reflection first: PowerShell does not list those that are marked hidden, as a session's secrets are.
    private static object? Member(object value, string name) => value switch
    {
        IDictionary table => table.Keys.OfType<string>().FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } key ? table[key] : null,
        PSObject custom => custom.Properties[name]?.Value,
        _ => value.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(value),
    };

    private static string? Text(object? value) => value switch
    {
        SecureString secure => new NetworkCredential("", secure).Password,
        string text when !string.IsNullOrWhiteSpace(text) => text.Trim(),
        _ => null,
    };

    private static DateTimeOffset? Time(object? value) => value switch
    {
        DateTimeOffset time => time,
        DateTime time when time > DateTime.UnixEpoch => new DateTimeOffset(time.ToUniversalTime()),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => null,
    };

    // Names the shapes and never the value, which may be a secret.
    private static ClientAccessException Unusable() => new(
        ClientAccessError.CredentialsInvalid,
        "Credentials are an object or a hashtable with AccessKey, SecretAccessKey and SessionToken, AWS.Tools' credentials object, or a PSCredential with the access key as user name.");
}
