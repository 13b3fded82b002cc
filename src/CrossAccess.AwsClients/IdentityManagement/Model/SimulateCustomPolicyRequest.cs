namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the SimulateCustomPolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html"/>.</summary>
public class SimulateCustomPolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. Each: 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public List<string>? PolicyInputList { get; set; }

    /// <summary>Each: 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public List<string>? PermissionsBoundaryPolicyInputList { get; set; }

    /// <summary>At most 7 items.</summary>
    public List<OrderedOrganizationPolicyType>? OrderedOrganizationPolicyInputList { get; set; }

    /// <summary>Required. Each: 3 to 128 characters.</summary>
    public List<string>? ActionNames { get; set; }

    /// <summary>Each: 1 to 2,048 characters.</summary>
    public List<string>? ResourceArns { get; set; }

    /// <summary>1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? ResourcePolicy { get; set; }

    /// <summary>1 to 2,048 characters.</summary>
    public string? ResourceOwner { get; set; }

    /// <summary>1 to 2,048 characters.</summary>
    public string? CallerArn { get; set; }

    public List<ContextEntry>? ContextEntries { get; set; }

    /// <summary>1 to 64 characters.</summary>
    public string? ResourceHandlingOption { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }

    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }
}
