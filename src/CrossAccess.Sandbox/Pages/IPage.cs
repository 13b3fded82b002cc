using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>What a browser is shown under one path.</summary>
internal interface IPage
{
    string Path { get; }

    /// <exception cref="PageRefusal">The request is not acceptable.</exception>
    HttpResponse Get(HttpRequest request);

    /// <exception cref="PageRefusal">The request is not acceptable.</exception>
    HttpResponse Post(HttpRequest request);
}
