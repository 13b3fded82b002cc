using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the SimulatePrincipalPolicy operation returns.</summary>
public class SimulatePrincipalPolicyResponse : AmazonWebServiceResponse
{
    public List<EvaluationResult>? EvaluationResults { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
