using System.Management.Automation;

namespace CrossAccess.Binding;

/// <summary>
/// Turns what users and spreadsheets give into what a parameter takes. A blank cell counts as not given, because
/// Import-Csv gives "" for every empty one.
/// </summary>
internal abstract class ValueTransformationAttribute : ArgumentTransformationAttribute
{
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = Unwrap(inputData);
        if (value is null || value is string text && string.IsNullOrWhiteSpace(text)) return null;

        try
        {
            return Transform(value);
        }
        catch (ClientAccessException problem)
        {
            throw new ArgumentTransformationMetadataException(problem.Message, problem);
        }
    }

    /// <summary>Transforms what was given, which is neither null nor blank.</summary>
    /// <exception cref="ClientAccessException">It cannot be used; the message becomes the binding error's.</exception>
    protected abstract object? Transform(object value);

    /// <summary>What PowerShell wrapped; an object made of note properties stays wrapped, since it has nothing else.</summary>
    protected static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
