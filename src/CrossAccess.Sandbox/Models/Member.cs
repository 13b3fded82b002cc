namespace CrossAccess.Sandbox.Models;

/// <summary>A structure's member: its shape, and where REST-JSON puts it (header or query string).</summary>
internal sealed record Member(string Name, string ShapeName, string? Location, string? LocationName);
