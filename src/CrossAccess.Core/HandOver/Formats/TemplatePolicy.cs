using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// A policy inside a CloudFormation template, which evaluates functions wherever they stand and replaces references in any
/// text. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
/// </summary>
internal static class TemplatePolicy
{
    private const string DynamicReference = "{{resolve:";

    /// <exception cref="ClientAccessException">InvalidPolicyDocument when CloudFormation would read something else than IAM.</exception>
    public static JsonObject Of(PolicyDocument policy)
    {
        JsonObject document = policy.ToJson();
        RefuseFunctions(document);
        return document;
    }

    private static void RefuseFunctions(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject table:
                foreach ((string key, JsonNode? value) in table)
                {
                    if (key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal) || IsReference(key)) throw Refused(key);
                    RefuseFunctions(value);
                }
                break;
            case JsonArray list:
                foreach (JsonNode? item in list) RefuseFunctions(item);
                break;
            case JsonValue value when value.TryGetValue(out string? text) && IsReference(text):
                throw Refused(text);
        }
    }

    private static bool IsReference(string text) => text.Contains(DynamicReference, StringComparison.Ordinal);

    private static ClientAccessException Refused(string what) => new(
        ClientAccessError.InvalidPolicyDocument,
        $"The policy holds '{Printable.Of(what)}', which CloudFormation would evaluate in the client's account.")
    {
        RecommendedAction = "Write it without, or use another format: -Format AwsCli, PowerShell or Terraform",
    };
}
