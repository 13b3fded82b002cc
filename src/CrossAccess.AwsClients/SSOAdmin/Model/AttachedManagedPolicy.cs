namespace Amazon.SSOAdmin.Model;

/// <summary>The AttachedManagedPolicy structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AttachedManagedPolicy.html"/>.</summary>
public class AttachedManagedPolicy
{
    /// <summary>1 to 100 characters.</summary>
    public string? Name { get; set; }

    /// <summary>20 to 2,048 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:iam::aws:policy((/[A-Za-z0-9\.,\+@=_-]+)*)/([A-Za-z0-9\.,\+=@_-]+)</c>.</summary>
    public string? Arn { get; set; }
}
