namespace CrossAccess;

/// <summary>An Identity Center to sign in to, and the name to keep the sign-in under.</summary>
internal sealed record SignInRequest(string SessionName, string StartUrl, string Region);
