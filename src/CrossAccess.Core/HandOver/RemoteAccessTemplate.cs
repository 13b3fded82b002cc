namespace CrossAccess;

/// <summary>What a client's admin is handed to make the remote access roles alone.</summary>
public sealed record RemoteAccessTemplate
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>The account that it is for; null where it is for any.</summary>
    public string? AccountId { get; init; }

    /// <summary>The account's short name; null where it has none.</summary>
    public string? AccountName { get; init; }

    /// <summary>The tiers.</summary>
    public required IReadOnlyList<string> Tier { get; init; }

    /// <summary>The names of the roles, one for each tier.</summary>
    public required IReadOnlyList<string> RoleName { get; init; }

    /// <summary>The role's ARN; null where there are several tiers or no account is named.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The external id that the roles ask for; null where they ask for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The format of the text; null for a folder with all of them.</summary>
    public RemoteAccessTemplateFormat? Format { get; init; }

    /// <summary>The page of the CloudFormation console that is filled in already; null without a template URL.</summary>
    public string? QuickCreateUrl { get; init; }

    /// <summary>The folder; null for text.</summary>
    public string? Path { get; init; }

    /// <summary>The names of the files in the folder.</summary>
    public IReadOnlyList<string> File { get; init; } = [];

    /// <summary>What the command did, to the folder and the inventory.</summary>
    public ChangeStatus Status { get; init; }

    /// <summary>The text in <see cref="Format"/>; empty for a folder.</summary>
    internal string Content { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Path ?? Content;
}
