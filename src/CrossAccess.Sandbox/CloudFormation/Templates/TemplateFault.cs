namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>A template that cannot be used, in CloudFormation's words.</summary>
internal sealed class TemplateFault(string message) : Exception(message);
