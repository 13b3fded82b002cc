namespace Amazon.SSOAdmin.Model;

/// <summary>The PermissionsBoundary structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionsBoundary.html"/>.</summary>
public class PermissionsBoundary
{
    public CustomerManagedPolicyReference? CustomerManagedPolicyReference { get; set; }

    /// <summary>20 to 2,048 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:iam::aws:policy((/[A-Za-z0-9\.,\+@=_-]+)*)/([A-Za-z0-9\.,\+=@_-]+)</c>.</summary>
    public string? ManagedPolicyArn { get; set; }
}
