using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>Holds the Sandbox's own answers to the service model.</summary>
internal static class OutputCheck
{
    public static void Complete(Shape shape, JsonObject value)
    {
        if (shape.Required.FirstOrDefault(required => value[required] is null) is { } missing)
            throw new InvalidOperationException($"The answer lacks {shape.Name}.{missing}.");
    }

    public static Member Known(Shape shape, string name)
        => shape.Members.TryGetValue(name, out Member? member) ? member : throw new InvalidOperationException($"{shape.Name} has no member {name}.");
}
