using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CrossAccess.Host.Formatting;

/// <summary>
/// Joins a formatting command to the engine's formatter. The engine's package has both the formatter and the
/// commands' parameters; only the two lines that join them are in the Utility assembly, and the members they use
/// are internal.
/// </summary>
internal static class FormatImplementation
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Makes <paramref name="command"/> format as <paramref name="shape"/>, "Table" or "List".</summary>
    public static void Join(FrontEndCommandBase command, string shape)
    {
        Assembly engine = typeof(FrontEndCommandBase).Assembly;
        string space = typeof(FrontEndCommandBase).Namespace!;
        Type shapes = engine.GetType($"{space}.FormatShape", throwOnError: true)!;
        Type formatter = engine.GetType($"{space}.InnerFormatShapeCommand", throwOnError: true)!;
        FieldInfo implementation = typeof(FrontEndCommandBase).GetField("implementation", AnyInstance)
            ?? throw new MissingFieldException(nameof(FrontEndCommandBase), "implementation");
        implementation.SetValue(
            command,
            Activator.CreateInstance(formatter, AnyInstance, binder: null, [Enum.Parse(shapes, shape)], culture: null));
    }
}
