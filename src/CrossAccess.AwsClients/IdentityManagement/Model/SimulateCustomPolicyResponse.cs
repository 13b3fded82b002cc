using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the SimulateCustomPolicy operation returns.</summary>
public class SimulateCustomPolicyResponse : AmazonWebServiceResponse
{
    public List<EvaluationResult>? EvaluationResults { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
