namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>A line with its indentation taken off; the number counts from one.</summary>
internal readonly record struct YamlLine(int Number, int Indent, string Text, string Raw);
