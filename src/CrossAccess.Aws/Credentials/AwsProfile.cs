namespace CrossAccess.Aws;

/// <summary>A profile of the AWS configuration files: what both files say of it, taken together.</summary>
internal sealed class AwsProfile(string name, IReadOnlyDictionary<string, string> settings)
{
    public string Name { get; } = name;

    /// <summary>A setting's value; null when it is absent or blank.</summary>
    public string? this[string key] => settings.TryGetValue(key, out string? value) && value.Length > 0 ? value : null;

    public string? Region => this["region"];

    /// <summary>True for a role that is assumed with other credentials; a web identity needs none.</summary>
    public bool AssumesRole => this["role_arn"] is not null && this["web_identity_token_file"] is null;

    public bool HasKeys => this["aws_access_key_id"] is not null;

    /// <summary>A setting that this kind of profile cannot do without.</summary>
    public string Require(string key) => this[key] ?? throw Unusable($"it has no '{key}'", $"Add '{key}' to the profile.");

    /// <param name="reason">Completes "Profile 'x' cannot be used: ".</param>
    public ClientAccessException Unusable(string reason, string? recommendedAction = null, Exception? cause = null) =>
        new(ClientAccessError.ProfileUnusable, $"Profile '{Printable.Of(Name)}' cannot be used: {reason}.", cause)
        {
            RecommendedAction = recommendedAction,
        };

    // A profile's settings may be secrets.
    public override string ToString() => $"profile '{Printable.Of(Name)}'";
}
