namespace CrossAccess;

/// <summary>What a client's admin is to be handed.</summary>
/// <param name="Terms">What each role shall be; its tier gives way to each of <paramref name="Tiers"/>.</param>
internal sealed record RemoteAccessTemplateRequest(RemoteAccessRoleTerms Terms, IReadOnlyList<string> Tiers)
{
    /// <summary>Null: any account but home. Then nothing is recorded.</summary>
    public string? AccountId { get; init; }

    public string? AccountName { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>The one format to be handed over as text. Of no meaning with <see cref="Path"/>.</summary>
    public RemoteAccessTemplateFormat Format { get; init; }

    /// <summary>The folder, by its full path, in which the client's own folder is to be; null: text is asked for.</summary>
    public string? Path { get; init; }

    /// <summary>Ask for an external id: the one recorded for the client, else a new one.</summary>
    public bool GeneratesExternalId { get; init; }

    /// <summary>Where the CloudFormation template will lie in S3.</summary>
    public string? TemplateUrl { get; init; }

    /// <summary>The Region of the stack; null: the one that the client's admin works in.</summary>
    public string? Region { get; init; }
}
