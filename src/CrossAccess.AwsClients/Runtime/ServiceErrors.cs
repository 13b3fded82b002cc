using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Turns a service's error codes into its exceptions; a code that none of them names gives the service's base exception.</summary>
internal sealed class ServiceErrors
{
    private static readonly ConcurrentDictionary<Type, ServiceErrors> Known = new();

    private readonly Type _baseException;
    private readonly Dictionary<string, Type> _byCode;

    private ServiceErrors(Type baseException)
    {
        _baseException = baseException;
        _byCode = baseException.Assembly.GetTypes().Where(type => type.IsSubclassOf(baseException)).ToDictionary(CodeOf);
    }

    public static ServiceErrors Of(ServiceDefinition service) =>
        Known.GetOrAdd(service.BaseException, static type => new ServiceErrors(type));

    public AmazonServiceException ToException(ErrorAnswer answer, Exception? inner)
    {
        var type = answer.Code is not null && _byCode.TryGetValue(answer.Code, out var named) ? named : _baseException;
        var message = answer.Message ?? $"AWS answered with {answer.Code ?? "an error"} (HTTP status {(int)answer.StatusCode}).";
        var fault = (int)answer.StatusCode < 500 ? ErrorType.Sender : ErrorType.Receiver;
        return (AmazonServiceException)Activator.CreateInstance(
            type, message, inner, fault, answer.Code, answer.RequestId, answer.StatusCode)!;
    }

    private static string CodeOf(Type exception) =>
        exception.GetCustomAttribute<ErrorCodeAttribute>()?.Code ?? exception.Name;
}
