namespace CrossAccess.AwsClients.Wire;

/// <summary>The part of an HTTP request that carries a member.</summary>
internal enum WireLocation
{
    Body,
    Query,
    Header,
}
