namespace CrossAccess.Module.Tests.Binding;

/// <summary>The shape of the AWS SDK's credentials: an object that hands out its keys, anew each time.</summary>
public sealed class ForeignCredentials
{
    private int _count;

    public ForeignKeys GetCredentials() => new($"AKIA{++_count}", "not-a-secret", "token");
}
