namespace CrossAccess;

/// <summary>Where credentials come from, before anything is read.</summary>
internal abstract record CredentialSource
{
    private CredentialSource()
    {
    }

    /// <summary>What the environment says: variables, AWS_PROFILE, the default profile, a container or an instance role.</summary>
    /// <param name="Environment">Variables that stand in for the process's own: those of before a role was entered. A null value means unset.</param>
    public sealed record Ambient(IReadOnlyDictionary<string, string?>? Environment = null) : CredentialSource
    {
        public override string ToString() => "the environment";
    }

    /// <summary>A profile of the AWS configuration files.</summary>
    /// <param name="Environment">As for <see cref="Ambient"/>: what names the files, the endpoints and the Region to work in.</param>
    public sealed record Profile(string Name, IReadOnlyDictionary<string, string?>? Environment = null) : CredentialSource
    {
        public override string ToString() => $"profile '{Name}'";
    }

    /// <summary>A permission set in an account, by a sign-in to Identity Center.</summary>
    /// <param name="SignInFile">The sign-in's file in the token cache.</param>
    /// <param name="Environment">As for <see cref="Ambient"/>: what names the endpoints and the Region to work in.</param>
    public sealed record PermissionSet(string SignInFile, string SignInName, string SignInRegion, string AccountId, string Name, IReadOnlyDictionary<string, string?>? Environment = null) : CredentialSource
    {
        public override string ToString() => $"permission set {Name}, by sign-in '{SignInName}'";
    }

    /// <summary>Keys in hand.</summary>
    public sealed record Keys(AwsCredentials Credentials) : CredentialSource
    {
        public override string ToString() => $"the given credentials ({Credentials.AccessKeyId})";
    }
}
