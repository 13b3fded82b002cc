using Amazon.Runtime;
using Amazon.IdentityManagement.Model;
using CrossAccess.AwsClients.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>
/// A client of AWS Identity and Access Management. Every call throws <see cref="AmazonIdentityManagementServiceException"/> or a subclass when AWS answers with an error.
/// </summary>
public class AmazonIdentityManagementServiceClient : ServiceClient
{
    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <summary>Calls CreateRole. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>.</summary>
    public virtual Task<CreateRoleResponse> CreateRoleAsync(CreateRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateRoleResponse>(request, cancellationToken);

    /// <summary>Calls GetRole. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html"/>.</summary>
    public virtual Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetRoleResponse>(request, cancellationToken);

    /// <summary>Calls ListRoles. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html"/>.</summary>
    public virtual Task<ListRolesResponse> ListRolesAsync(ListRolesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListRolesResponse>(request, cancellationToken);

    /// <summary>Calls UpdateRole. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html"/>.</summary>
    public virtual Task<UpdateRoleResponse> UpdateRoleAsync(UpdateRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateRoleResponse>(request, cancellationToken);

    /// <summary>Calls UpdateAssumeRolePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html"/>.</summary>
    public virtual Task<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicyAsync(UpdateAssumeRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateAssumeRolePolicyResponse>(request, cancellationToken);

    /// <summary>Calls UpdateRoleDescription. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html"/>.</summary>
    public virtual Task<UpdateRoleDescriptionResponse> UpdateRoleDescriptionAsync(UpdateRoleDescriptionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateRoleDescriptionResponse>(request, cancellationToken);

    /// <summary>Calls DeleteRole. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html"/>.</summary>
    public virtual Task<DeleteRoleResponse> DeleteRoleAsync(DeleteRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteRoleResponse>(request, cancellationToken);

    /// <summary>Calls PutRolePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html"/>.</summary>
    public virtual Task<PutRolePolicyResponse> PutRolePolicyAsync(PutRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutRolePolicyResponse>(request, cancellationToken);

    /// <summary>Calls GetRolePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html"/>.</summary>
    public virtual Task<GetRolePolicyResponse> GetRolePolicyAsync(GetRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetRolePolicyResponse>(request, cancellationToken);

    /// <summary>Calls ListRolePolicies. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html"/>.</summary>
    public virtual Task<ListRolePoliciesResponse> ListRolePoliciesAsync(ListRolePoliciesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListRolePoliciesResponse>(request, cancellationToken);

    /// <summary>Calls DeleteRolePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html"/>.</summary>
    public virtual Task<DeleteRolePolicyResponse> DeleteRolePolicyAsync(DeleteRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteRolePolicyResponse>(request, cancellationToken);

    /// <summary>Calls AttachRolePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html"/>.</summary>
    public virtual Task<AttachRolePolicyResponse> AttachRolePolicyAsync(AttachRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AttachRolePolicyResponse>(request, cancellationToken);

    /// <summary>Calls DetachRolePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html"/>.</summary>
    public virtual Task<DetachRolePolicyResponse> DetachRolePolicyAsync(DetachRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DetachRolePolicyResponse>(request, cancellationToken);

    /// <summary>Calls ListAttachedRolePolicies. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html"/>.</summary>
    public virtual Task<ListAttachedRolePoliciesResponse> ListAttachedRolePoliciesAsync(ListAttachedRolePoliciesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAttachedRolePoliciesResponse>(request, cancellationToken);

    /// <summary>Calls PutRolePermissionsBoundary. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html"/>.</summary>
    public virtual Task<PutRolePermissionsBoundaryResponse> PutRolePermissionsBoundaryAsync(PutRolePermissionsBoundaryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutRolePermissionsBoundaryResponse>(request, cancellationToken);

    /// <summary>Calls DeleteRolePermissionsBoundary. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html"/>.</summary>
    public virtual Task<DeleteRolePermissionsBoundaryResponse> DeleteRolePermissionsBoundaryAsync(DeleteRolePermissionsBoundaryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteRolePermissionsBoundaryResponse>(request, cancellationToken);

    /// <summary>Calls TagRole. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html"/>.</summary>
    public virtual Task<TagRoleResponse> TagRoleAsync(TagRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<TagRoleResponse>(request, cancellationToken);

    /// <summary>Calls UntagRole. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html"/>.</summary>
    public virtual Task<UntagRoleResponse> UntagRoleAsync(UntagRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UntagRoleResponse>(request, cancellationToken);

    /// <summary>Calls ListRoleTags. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html"/>.</summary>
    public virtual Task<ListRoleTagsResponse> ListRoleTagsAsync(ListRoleTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListRoleTagsResponse>(request, cancellationToken);

    /// <summary>Calls ListInstanceProfilesForRole. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html"/>.</summary>
    public virtual Task<ListInstanceProfilesForRoleResponse> ListInstanceProfilesForRoleAsync(ListInstanceProfilesForRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListInstanceProfilesForRoleResponse>(request, cancellationToken);

    /// <summary>Calls GetPolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html"/>.</summary>
    public virtual Task<GetPolicyResponse> GetPolicyAsync(GetPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetPolicyResponse>(request, cancellationToken);

    /// <summary>Calls GetPolicyVersion. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html"/>.</summary>
    public virtual Task<GetPolicyVersionResponse> GetPolicyVersionAsync(GetPolicyVersionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetPolicyVersionResponse>(request, cancellationToken);

    /// <summary>Calls ListPolicies. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html"/>.</summary>
    public virtual Task<ListPoliciesResponse> ListPoliciesAsync(ListPoliciesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListPoliciesResponse>(request, cancellationToken);

    /// <summary>Calls CreatePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"/>.</summary>
    public virtual Task<CreatePolicyResponse> CreatePolicyAsync(CreatePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreatePolicyResponse>(request, cancellationToken);

    /// <summary>Calls CreatePolicyVersion. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html"/>.</summary>
    public virtual Task<CreatePolicyVersionResponse> CreatePolicyVersionAsync(CreatePolicyVersionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreatePolicyVersionResponse>(request, cancellationToken);

    /// <summary>Calls SetDefaultPolicyVersion. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html"/>.</summary>
    public virtual Task<SetDefaultPolicyVersionResponse> SetDefaultPolicyVersionAsync(SetDefaultPolicyVersionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SetDefaultPolicyVersionResponse>(request, cancellationToken);

    /// <summary>Calls ListPolicyVersions. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html"/>.</summary>
    public virtual Task<ListPolicyVersionsResponse> ListPolicyVersionsAsync(ListPolicyVersionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListPolicyVersionsResponse>(request, cancellationToken);

    /// <summary>Calls DeletePolicyVersion. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html"/>.</summary>
    public virtual Task<DeletePolicyVersionResponse> DeletePolicyVersionAsync(DeletePolicyVersionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeletePolicyVersionResponse>(request, cancellationToken);

    /// <summary>Calls DeletePolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html"/>.</summary>
    public virtual Task<DeletePolicyResponse> DeletePolicyAsync(DeletePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeletePolicyResponse>(request, cancellationToken);

    /// <summary>Calls ListEntitiesForPolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html"/>.</summary>
    public virtual Task<ListEntitiesForPolicyResponse> ListEntitiesForPolicyAsync(ListEntitiesForPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListEntitiesForPolicyResponse>(request, cancellationToken);

    /// <summary>Calls ListAccountAliases. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html"/>.</summary>
    public virtual Task<ListAccountAliasesResponse> ListAccountAliasesAsync(ListAccountAliasesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountAliasesResponse>(request, cancellationToken);

    /// <summary>Calls GetAccountAuthorizationDetails. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html"/>.</summary>
    public virtual Task<GetAccountAuthorizationDetailsResponse> GetAccountAuthorizationDetailsAsync(GetAccountAuthorizationDetailsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccountAuthorizationDetailsResponse>(request, cancellationToken);

    /// <summary>Calls GetAccountSummary. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html"/>.</summary>
    public virtual Task<GetAccountSummaryResponse> GetAccountSummaryAsync(GetAccountSummaryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccountSummaryResponse>(request, cancellationToken);

    /// <summary>Calls SimulatePrincipalPolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html"/>.</summary>
    public virtual Task<SimulatePrincipalPolicyResponse> SimulatePrincipalPolicyAsync(SimulatePrincipalPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SimulatePrincipalPolicyResponse>(request, cancellationToken);

    /// <summary>Calls SimulateCustomPolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html"/>.</summary>
    public virtual Task<SimulateCustomPolicyResponse> SimulateCustomPolicyAsync(SimulateCustomPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SimulateCustomPolicyResponse>(request, cancellationToken);

    /// <summary>Calls GetContextKeysForCustomPolicy. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html"/>.</summary>
    public virtual Task<GetContextKeysForCustomPolicyResponse> GetContextKeysForCustomPolicyAsync(GetContextKeysForCustomPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetContextKeysForCustomPolicyResponse>(request, cancellationToken);
}
