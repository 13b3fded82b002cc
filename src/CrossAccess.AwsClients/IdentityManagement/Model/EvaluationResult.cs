namespace Amazon.IdentityManagement.Model;

/// <summary>The EvaluationResult structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html"/>.</summary>
public class EvaluationResult
{
    /// <summary>Required. 3 to 128 characters.</summary>
    public string? EvalActionName { get; set; }

    /// <summary>1 to 2,048 characters.</summary>
    public string? EvalResourceName { get; set; }

    /// <summary>Required.</summary>
    public PolicyEvaluationDecisionType? EvalDecision { get; set; }

    public List<Statement>? MatchedStatements { get; set; }

    /// <summary>Each: 5 to 256 characters.</summary>
    public List<string>? MissingContextValues { get; set; }

    public OrganizationsDecisionDetail? OrganizationsDecisionDetail { get; set; }

    public PermissionsBoundaryDecisionDetail? PermissionsBoundaryDecisionDetail { get; set; }

    /// <summary>Values of <see cref="PolicyEvaluationDecisionType"/>.</summary>
    public Dictionary<string, string>? EvalDecisionDetails { get; set; }

    public List<ResourceSpecificResult>? ResourceSpecificResults { get; set; }
}
