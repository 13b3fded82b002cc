namespace Amazon.IdentityManagement.Model;

/// <summary>The Position structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Position.html"/>.</summary>
public class Position
{
    public int? Line { get; set; }

    public int? Column { get; set; }
}
