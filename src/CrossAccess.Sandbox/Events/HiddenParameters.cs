using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;

namespace CrossAccess.Sandbox.Events;

/// <summary>A request's members fit to be shown: what the model calls sensitive, and bearer tokens and secrets, are replaced.</summary>
internal static class HiddenParameters
{
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase) { "accessToken", "clientSecret", "refreshToken", "deviceCode", "code", "codeVerifier", "TokenCode" };

    public static string Render(ServiceModel model, OperationModel operation, JsonObject input)
    {
        JsonObject shown = [];
        foreach ((string name, JsonNode? value) in input)
        {
            bool known = operation.InputShape is not null && model.Shape(operation.InputShape).Members.TryGetValue(name, out Member? member) && !model.Shape(member.ShapeName).IsSensitive;
            shown[name] = known && !Secrets.Contains(name) ? value?.DeepClone() : "HIDDEN";
        }
        return shown.ToJsonString();
    }
}
