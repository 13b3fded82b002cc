namespace Amazon.SecurityToken.Model;

/// <summary>The Credentials structure. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html"/>.</summary>
public class Credentials
{
    /// <summary>Required. 16 to 128 characters. Pattern: <c>[\w]*</c>.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>Required.</summary>
    public string? SecretAccessKey { get; set; }

    /// <summary>Required.</summary>
    public string? SessionToken { get; set; }

    /// <summary>Required.</summary>
    public DateTime? Expiration { get; set; }
}
