using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of PolicyEvaluationDecisionType in AWS Identity and Access Management.</summary>
public class PolicyEvaluationDecisionType : ConstantClass
{
    public static readonly PolicyEvaluationDecisionType Allowed = new("allowed");
    public static readonly PolicyEvaluationDecisionType ExplicitDeny = new("explicitDeny");
    public static readonly PolicyEvaluationDecisionType ImplicitDeny = new("implicitDeny");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public PolicyEvaluationDecisionType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static PolicyEvaluationDecisionType FindValue(string value) => FindValue<PolicyEvaluationDecisionType>(value);

    public static implicit operator PolicyEvaluationDecisionType(string value) => FindValue(value);
}
