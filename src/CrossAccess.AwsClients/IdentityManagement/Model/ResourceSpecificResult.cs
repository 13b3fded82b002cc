namespace Amazon.IdentityManagement.Model;

/// <summary>The ResourceSpecificResult structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResourceSpecificResult.html"/>.</summary>
public class ResourceSpecificResult
{
    /// <summary>Required. 1 to 2,048 characters.</summary>
    public string? EvalResourceName { get; set; }

    /// <summary>Required.</summary>
    public PolicyEvaluationDecisionType? EvalResourceDecision { get; set; }

    public List<Statement>? MatchedStatements { get; set; }

    /// <summary>Each: 5 to 256 characters.</summary>
    public List<string>? MissingContextValues { get; set; }

    /// <summary>Values of <see cref="PolicyEvaluationDecisionType"/>.</summary>
    public Dictionary<string, string>? EvalDecisionDetails { get; set; }

    public PermissionsBoundaryDecisionDetail? PermissionsBoundaryDecisionDetail { get; set; }
}
