namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the GetAccountSummary operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html"/>.</summary>
public class GetAccountSummaryRequest : AmazonIdentityManagementServiceRequest;
