namespace Amazon.SSOAdmin.Model;

/// <summary>The Tag structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_Tag.html"/>.</summary>
public class Tag
{
    /// <summary>Required. 1 to 128 characters. Pattern: <c>([\p{L}\p{Z}\p{N}_.:/=+\-@]*)</c>.</summary>
    public string? Key { get; set; }

    /// <summary>Required. 0 to 256 characters. Pattern: <c>([\p{L}\p{Z}\p{N}_.:/=+\-@]*)</c>.</summary>
    public string? Value { get; set; }
}
