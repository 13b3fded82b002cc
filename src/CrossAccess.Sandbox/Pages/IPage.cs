using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>What a browser is shown, mostly under one path.</summary>
internal interface IPage
{
    string Path { get; }

    /// <summary>Whether it is this page that the browser asks for.</summary>
    bool IsMeant(HttpRequest request) => request.Path == Path;

    /// <exception cref="PageRefusal">The request is not acceptable.</exception>
    HttpResponse Get(HttpRequest request);

    /// <exception cref="PageRefusal">The request is not acceptable.</exception>
    HttpResponse Post(HttpRequest request);
}
