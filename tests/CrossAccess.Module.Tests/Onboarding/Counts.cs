namespace CrossAccess.Module.Tests.Onboarding;

/// <summary>How often each operation is asked for by the chain with one tier and one group. More than this is slower and nearer to AWS's throttles.</summary>
internal static class Counts
{
    public static readonly string[] FirstRunOfOne =
    [
        "AttachRolePolicy 1",
        "CreateAccountAssignment 1",
        "CreatePermissionSet 1",
        "CreateRole 1",
        "DescribeAccountAssignmentCreationStatus 1",
        "DescribePermissionSet 1",
        "GetCallerIdentity 1",
        "GetRole 1",
        "ListAccountAssignments 1",
        "ListGroups 1",
        "PutInlinePolicyToPermissionSet 1",
    ];

    public static readonly string[] FirstRunOfThree =
    [
        "AttachRolePolicy 3",
        "CreateAccountAssignment 3",
        "CreatePermissionSet 3",
        "CreateRole 3",
        "DescribeAccountAssignmentCreationStatus 3",
        "DescribePermissionSet 3",
        "GetCallerIdentity 3",
        "GetRole 3",
        "ListAccountAssignments 3",
        "ListGroups 1",
        "PutInlinePolicyToPermissionSet 3",
    ];

    public static readonly string[] SecondRunOfThree =
    [
        "DescribePermissionSet 6",
        "GetInlinePolicyForPermissionSet 3",
        "GetRole 3",
        "GetRolePolicy 3",
        "ListAccountAssignments 3",
        "ListAccountsForProvisionedPermissionSet 3",
        "ListAttachedRolePolicies 3",
        "ListGroups 1",
    ];
}
