namespace CrossAccess.Module.Tests.Binding;

/// <summary>The shape of the AWS SDK's ImmutableCredentials.</summary>
public sealed record ForeignKeys(string AccessKey, string SecretKey, string Token);
