using System.Reflection;
using System.Runtime.Loader;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Tests.Operations;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Surface;

/// <summary>Our types beside the SDK's own packages, for the three that are at hand.</summary>
public sealed class SurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Packages => ["SecurityToken", "SSO", "SSOOIDC"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_type_and_member_of_ours_is_in_the_package_of_the_SDK(string service)
    {
        var package = Assembly.Load("AWSSDK." + service);
        var ours = typeof(ServiceClient).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Amazon." + service || type.Namespace == $"Amazon.{service}.Model").ToList();

        Assert.NotEmpty(ours);
        Assert.Empty(ours.SelectMany(type => MissingFrom(package.GetType(type.FullName!), type)));
    }

    [Fact]
    public async Task Loading_the_packages_of_the_SDK_does_our_clients_no_harm()
    {
        foreach (string service in new[] { "SecurityToken", "SSO", "SSOOIDC" })
            Assembly.Load("AWSSDK." + service);
        var operation = ServiceModel.Of("sts").Operation("GetCallerIdentity");
        using var server = new LoopbackServer(_ => ModelAnswer.Of(operation, ModelSample.Of(operation.Output!)));
        using var client = Clients.Sts(server.Url);

        var response = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);

        Assert.NotNull(response.Arn);
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name is "AWSSDK.SSOAdmin" or "AWSSDK.IdentityManagement");
    }

    [Fact]
    public async Task Assumed_credentials_can_be_given_to_a_client()
    {
        AWSCredentials assumed = new Credentials("ASIAIOSFODNN7EXAMPLE", "secret", "token", DateTime.UnixEpoch);

        var credentials = await assumed.GetCredentialsAsync();

        Assert.Equal(("ASIAIOSFODNN7EXAMPLE", "secret", "token"), (credentials.AccessKey, credentials.SecretKey, credentials.Token));
        Assert.Equal(DateTime.UnixEpoch, assumed.Expiration);
    }

    private static IEnumerable<string> MissingFrom(Type? theirs, Type ours) => theirs is null
        ? [ours.FullName!]
        : MembersOf(ours).Except(MembersOf(theirs)).Select(member => $"{ours.FullName}: {member}");

    private static IEnumerable<string> MembersOf(Type type)
    {
        foreach (var property in type.GetProperties(Declared).Where(property => property.PropertyType != typeof(RetryableDetails) && !IsConfiguration(type)))
            yield return $"{NameOf(property.PropertyType)} {property.Name}";
        foreach (var constructor in type.GetConstructors())
            yield return $"new({ParametersOf(constructor)})";
        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName))
            yield return $"{NameOf(method.ReturnType)} {method.Name}({ParametersOf(method)})";
        foreach (var field in type.GetFields(Declared))
            yield return $"{NameOf(field.FieldType)} {field.Name}";
    }

    private static bool IsConfiguration(Type type) => type.IsSubclassOf(typeof(ClientConfig));

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)));

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
