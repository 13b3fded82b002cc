namespace CrossAccess.Binding;

/// <summary>An optional text: a blank cell is not given; surrounding blanks are not meant.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BlankTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value) => value is string text ? text.Trim() : value;
}
