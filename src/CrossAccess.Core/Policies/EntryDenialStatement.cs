using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// The statement by which an off-boarding ends every entry at once: an explicit deny in the client's own permission set, so that
/// nothing is edited that other clients share. Sessions that are open are held to it too, for home's policies are read anew
/// with each request.
/// </summary>
internal static class EntryDenialStatement
{
    private const string Sid = "CrossAccessOffboarding";
    // In full, role id and session name, so that it takes no pattern and no one of the same name in another set.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
    private const string UserKey = "aws:userid";

    public static JsonObject Create(EntryDenial denial)
    {
        var statement = new JsonObject
        {
            ["Sid"] = Sid,
            ["Effect"] = "Deny",
            ["Action"] = "sts:AssumeRole",
            ["Resource"] = "*",
        };
        if (denial.ExceptUserId is { } user) statement["Condition"] = new JsonObject { ["StringNotEquals"] = new JsonObject { [UserKey] = user } };
        return statement;
    }

    /// <summary>True for a statement under our Sid, whether or not it is still as we wrote it.</summary>
    public static bool IsOurs(JsonObject statement) => statement["Sid"] is JsonValue sid && sid.TryGetValue(out string? text) && text == Sid;

    /// <summary>What a statement of ours denies; null when it was changed by hand or is another's.</summary>
    public static EntryDenial? Read(JsonObject statement)
    {
        if (!IsOurs(statement)) return null;
        var denial = new EntryDenial(statement["Condition"]?["StringNotEquals"]?[UserKey] is JsonValue user && user.TryGetValue(out string? text) ? text : null);
        // Whatever else somebody added to it must not get lost when it is written again.
        return Alone(statement).Equals(Alone(Create(denial))) ? denial : null;
    }

    private static PolicyDocument Alone(JsonObject statement) => new(new JsonObject { ["Statement"] = new JsonArray(statement.DeepClone()) });
}
