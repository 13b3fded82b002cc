namespace CrossAccess;

/// <summary>A service as the console shows it.</summary>
/// <param name="Name">What people call it, which is mostly what the AWS CLI calls it.</param>
/// <param name="Path">Its first page in the console.</param>
internal sealed record ConsoleService(string Name, string Path, string Title);
