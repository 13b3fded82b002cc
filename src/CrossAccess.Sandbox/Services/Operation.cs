using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Services;

/// <summary>An operation that the Sandbox imitates.</summary>
/// <param name="Name">As the service model spells it.</param>
/// <param name="Resource">The ARN that the caller must be allowed to act on, or null where every caller may.</param>
/// <param name="Handle">The work; what it returns is rendered by the model, and null is an empty answer.</param>
internal sealed record Operation(string Name, Func<Call, string>? Resource, Func<Call, JsonObject?> Handle);
