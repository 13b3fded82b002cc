using Amazon.Runtime;
using Amazon.SSOAdmin.Model;
using CrossAccess.AwsClients.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>
/// A client of IAM Identity Center (sso-admin). Every call throws <see cref="AmazonSSOAdminException"/> or a subclass when AWS answers with an error.
/// </summary>
public class AmazonSSOAdminClient : ServiceClient
{
    public AmazonSSOAdminClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSSOAdminConfig { RegionEndpoint = region })
    {
    }

    public AmazonSSOAdminClient(AWSCredentials credentials, AmazonSSOAdminConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <summary>Calls ListInstances. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html"/>.</summary>
    public virtual Task<ListInstancesResponse> ListInstancesAsync(ListInstancesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListInstancesResponse>(request, cancellationToken);

    /// <summary>Calls DescribeInstance. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeInstance.html"/>.</summary>
    public virtual Task<DescribeInstanceResponse> DescribeInstanceAsync(DescribeInstanceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeInstanceResponse>(request, cancellationToken);

    /// <summary>Calls CreatePermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html"/>.</summary>
    public virtual Task<CreatePermissionSetResponse> CreatePermissionSetAsync(CreatePermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreatePermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls UpdatePermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_UpdatePermissionSet.html"/>.</summary>
    public virtual Task<UpdatePermissionSetResponse> UpdatePermissionSetAsync(UpdatePermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdatePermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls DeletePermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DeletePermissionSet.html"/>.</summary>
    public virtual Task<DeletePermissionSetResponse> DeletePermissionSetAsync(DeletePermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeletePermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls DescribePermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribePermissionSet.html"/>.</summary>
    public virtual Task<DescribePermissionSetResponse> DescribePermissionSetAsync(DescribePermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribePermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls ListPermissionSets. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListPermissionSets.html"/>.</summary>
    public virtual Task<ListPermissionSetsResponse> ListPermissionSetsAsync(ListPermissionSetsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListPermissionSetsResponse>(request, cancellationToken);

    /// <summary>Calls PutInlinePolicyToPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html"/>.</summary>
    public virtual Task<PutInlinePolicyToPermissionSetResponse> PutInlinePolicyToPermissionSetAsync(PutInlinePolicyToPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutInlinePolicyToPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls GetInlinePolicyForPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_GetInlinePolicyForPermissionSet.html"/>.</summary>
    public virtual Task<GetInlinePolicyForPermissionSetResponse> GetInlinePolicyForPermissionSetAsync(GetInlinePolicyForPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetInlinePolicyForPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls DeleteInlinePolicyFromPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DeleteInlinePolicyFromPermissionSet.html"/>.</summary>
    public virtual Task<DeleteInlinePolicyFromPermissionSetResponse> DeleteInlinePolicyFromPermissionSetAsync(DeleteInlinePolicyFromPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteInlinePolicyFromPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls AttachManagedPolicyToPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AttachManagedPolicyToPermissionSet.html"/>.</summary>
    public virtual Task<AttachManagedPolicyToPermissionSetResponse> AttachManagedPolicyToPermissionSetAsync(AttachManagedPolicyToPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AttachManagedPolicyToPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls DetachManagedPolicyFromPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DetachManagedPolicyFromPermissionSet.html"/>.</summary>
    public virtual Task<DetachManagedPolicyFromPermissionSetResponse> DetachManagedPolicyFromPermissionSetAsync(DetachManagedPolicyFromPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DetachManagedPolicyFromPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls ListManagedPoliciesInPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListManagedPoliciesInPermissionSet.html"/>.</summary>
    public virtual Task<ListManagedPoliciesInPermissionSetResponse> ListManagedPoliciesInPermissionSetAsync(ListManagedPoliciesInPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListManagedPoliciesInPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls AttachCustomerManagedPolicyReferenceToPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AttachCustomerManagedPolicyReferenceToPermissionSet.html"/>.</summary>
    public virtual Task<AttachCustomerManagedPolicyReferenceToPermissionSetResponse> AttachCustomerManagedPolicyReferenceToPermissionSetAsync(AttachCustomerManagedPolicyReferenceToPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AttachCustomerManagedPolicyReferenceToPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls DetachCustomerManagedPolicyReferenceFromPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DetachCustomerManagedPolicyReferenceFromPermissionSet.html"/>.</summary>
    public virtual Task<DetachCustomerManagedPolicyReferenceFromPermissionSetResponse> DetachCustomerManagedPolicyReferenceFromPermissionSetAsync(DetachCustomerManagedPolicyReferenceFromPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DetachCustomerManagedPolicyReferenceFromPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls ListCustomerManagedPolicyReferencesInPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListCustomerManagedPolicyReferencesInPermissionSet.html"/>.</summary>
    public virtual Task<ListCustomerManagedPolicyReferencesInPermissionSetResponse> ListCustomerManagedPolicyReferencesInPermissionSetAsync(ListCustomerManagedPolicyReferencesInPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListCustomerManagedPolicyReferencesInPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls PutPermissionsBoundaryToPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutPermissionsBoundaryToPermissionSet.html"/>.</summary>
    public virtual Task<PutPermissionsBoundaryToPermissionSetResponse> PutPermissionsBoundaryToPermissionSetAsync(PutPermissionsBoundaryToPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutPermissionsBoundaryToPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls GetPermissionsBoundaryForPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_GetPermissionsBoundaryForPermissionSet.html"/>.</summary>
    public virtual Task<GetPermissionsBoundaryForPermissionSetResponse> GetPermissionsBoundaryForPermissionSetAsync(GetPermissionsBoundaryForPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetPermissionsBoundaryForPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls DeletePermissionsBoundaryFromPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DeletePermissionsBoundaryFromPermissionSet.html"/>.</summary>
    public virtual Task<DeletePermissionsBoundaryFromPermissionSetResponse> DeletePermissionsBoundaryFromPermissionSetAsync(DeletePermissionsBoundaryFromPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeletePermissionsBoundaryFromPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls ProvisionPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ProvisionPermissionSet.html"/>.</summary>
    public virtual Task<ProvisionPermissionSetResponse> ProvisionPermissionSetAsync(ProvisionPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ProvisionPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls DescribePermissionSetProvisioningStatus. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribePermissionSetProvisioningStatus.html"/>.</summary>
    public virtual Task<DescribePermissionSetProvisioningStatusResponse> DescribePermissionSetProvisioningStatusAsync(DescribePermissionSetProvisioningStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribePermissionSetProvisioningStatusResponse>(request, cancellationToken);

    /// <summary>Calls ListPermissionSetProvisioningStatus. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListPermissionSetProvisioningStatus.html"/>.</summary>
    public virtual Task<ListPermissionSetProvisioningStatusResponse> ListPermissionSetProvisioningStatusAsync(ListPermissionSetProvisioningStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListPermissionSetProvisioningStatusResponse>(request, cancellationToken);

    /// <summary>Calls ListPermissionSetsProvisionedToAccount. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListPermissionSetsProvisionedToAccount.html"/>.</summary>
    public virtual Task<ListPermissionSetsProvisionedToAccountResponse> ListPermissionSetsProvisionedToAccountAsync(ListPermissionSetsProvisionedToAccountRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListPermissionSetsProvisionedToAccountResponse>(request, cancellationToken);

    /// <summary>Calls ListAccountsForProvisionedPermissionSet. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountsForProvisionedPermissionSet.html"/>.</summary>
    public virtual Task<ListAccountsForProvisionedPermissionSetResponse> ListAccountsForProvisionedPermissionSetAsync(ListAccountsForProvisionedPermissionSetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountsForProvisionedPermissionSetResponse>(request, cancellationToken);

    /// <summary>Calls CreateAccountAssignment. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html"/>.</summary>
    public virtual Task<CreateAccountAssignmentResponse> CreateAccountAssignmentAsync(CreateAccountAssignmentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateAccountAssignmentResponse>(request, cancellationToken);

    /// <summary>Calls DeleteAccountAssignment. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DeleteAccountAssignment.html"/>.</summary>
    public virtual Task<DeleteAccountAssignmentResponse> DeleteAccountAssignmentAsync(DeleteAccountAssignmentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteAccountAssignmentResponse>(request, cancellationToken);

    /// <summary>Calls DescribeAccountAssignmentCreationStatus. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeAccountAssignmentCreationStatus.html"/>.</summary>
    public virtual Task<DescribeAccountAssignmentCreationStatusResponse> DescribeAccountAssignmentCreationStatusAsync(DescribeAccountAssignmentCreationStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeAccountAssignmentCreationStatusResponse>(request, cancellationToken);

    /// <summary>Calls DescribeAccountAssignmentDeletionStatus. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeAccountAssignmentDeletionStatus.html"/>.</summary>
    public virtual Task<DescribeAccountAssignmentDeletionStatusResponse> DescribeAccountAssignmentDeletionStatusAsync(DescribeAccountAssignmentDeletionStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeAccountAssignmentDeletionStatusResponse>(request, cancellationToken);

    /// <summary>Calls ListAccountAssignmentCreationStatus. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignmentCreationStatus.html"/>.</summary>
    public virtual Task<ListAccountAssignmentCreationStatusResponse> ListAccountAssignmentCreationStatusAsync(ListAccountAssignmentCreationStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountAssignmentCreationStatusResponse>(request, cancellationToken);

    /// <summary>Calls ListAccountAssignmentDeletionStatus. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignmentDeletionStatus.html"/>.</summary>
    public virtual Task<ListAccountAssignmentDeletionStatusResponse> ListAccountAssignmentDeletionStatusAsync(ListAccountAssignmentDeletionStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountAssignmentDeletionStatusResponse>(request, cancellationToken);

    /// <summary>Calls ListAccountAssignments. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignments.html"/>.</summary>
    public virtual Task<ListAccountAssignmentsResponse> ListAccountAssignmentsAsync(ListAccountAssignmentsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountAssignmentsResponse>(request, cancellationToken);

    /// <summary>Calls ListAccountAssignmentsForPrincipal. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignmentsForPrincipal.html"/>.</summary>
    public virtual Task<ListAccountAssignmentsForPrincipalResponse> ListAccountAssignmentsForPrincipalAsync(ListAccountAssignmentsForPrincipalRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountAssignmentsForPrincipalResponse>(request, cancellationToken);

    /// <summary>Calls TagResource. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_TagResource.html"/>.</summary>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<TagResourceResponse>(request, cancellationToken);

    /// <summary>Calls UntagResource. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_UntagResource.html"/>.</summary>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UntagResourceResponse>(request, cancellationToken);

    /// <summary>Calls ListTagsForResource. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListTagsForResource.html"/>.</summary>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListTagsForResourceResponse>(request, cancellationToken);

    /// <summary>Calls ListRegions. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListRegions.html"/>.</summary>
    public virtual Task<ListRegionsResponse> ListRegionsAsync(ListRegionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListRegionsResponse>(request, cancellationToken);

    /// <summary>Calls DescribeRegion. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeRegion.html"/>.</summary>
    public virtual Task<DescribeRegionResponse> DescribeRegionAsync(DescribeRegionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeRegionResponse>(request, cancellationToken);
}
