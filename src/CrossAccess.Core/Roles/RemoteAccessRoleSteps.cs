namespace CrossAccess;

/// <summary>The requests that make, change or remove a remote access role.</summary>
internal static class RemoteAccessRoleSteps
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int AttachedPolicyQuota = 10;

    public static ChangeSteps Create(RemoteAccessRoleDesign design, IIamRoles roles)
    {
        var steps = new ChangeSteps();
        steps.Add("create the role", async token =>
        {
            var role = new NewIamRole(design.RoleName, design.Trust.ToString(), design.Description, design.NewMaxSessionDuration, design.Tags, design.Request.PermissionsBoundaryArn);
            await roles.CreateAsync(role, token).ConfigureAwait(false);
            NewRoles.Remember(design.RoleArn);
        });
        foreach (string arn in design.ManagedPolicyArns) AddAttach(steps, design.RoleName, arn, roles);
        if (design.InlinePolicy is { } policy) AddPut(steps, design.RoleName, policy, roles);
        return steps;
    }

    /// <summary>What would make an existing role as designed. Inline policies that are not ours are left alone.</summary>
    public static async Task<ChangeSteps> UpdateAsync(RemoteAccessRoleDesign design, IamRole existing, IIamRoles roles, CancellationToken cancellation)
    {
        var steps = new ChangeSteps();
        string name = design.RoleName;
        IReadOnlyList<string> attached = await roles.ListAttachedPolicyArnsAsync(name, cancellation).ConfigureAwait(false);
        string? inline = await roles.FindInlinePolicyAsync(name, RemoteAccessRoleDesign.InlinePolicyName, cancellation).ConfigureAwait(false);

        string[] superfluous = [.. attached.Except(design.ManagedPolicyArns)];
        string[] missing = [.. design.ManagedPolicyArns.Except(attached)];

        // New policies first: when one of them does not exist, the role still does what it did. Unless there is no room for both.
        bool detachFirst = attached.Count + missing.Length > AttachedPolicyQuota;
        if (detachFirst) AddDetach(steps, name, superfluous, roles);
        if (design.Request.PermissionsBoundaryArn is { } boundary && boundary != existing.PermissionsBoundaryArn)
            steps.Add($"set the permissions boundary {boundary}", token => roles.PutPermissionsBoundaryAsync(name, boundary, token));
        if (!Same(design.Trust, existing.TrustPolicy)) steps.Add("replace the trust policy", token => roles.UpdateTrustPolicyAsync(name, design.Trust.ToString(), token));
        if (design.Request.MaxSessionDuration is { } duration && duration != existing.MaxSessionDuration)
            steps.Add($"set the longest session to {duration}", token => roles.UpdateAsync(name, existing.Description, duration, token));
        foreach (string arn in missing) AddAttach(steps, name, arn, roles);
        if (design.InlinePolicy is { } policy && !Same(policy, inline)) AddPut(steps, name, policy, roles);
        if (!detachFirst) AddDetach(steps, name, superfluous, roles);
        if (inline is not null && design.InlinePolicy is null) AddDeleteInline(steps, name, RemoteAccessRoleDesign.InlinePolicyName, roles);
        if (design.Request.Tags is { } tags && tags.Any(tag => !existing.Tags.TryGetValue(tag.Key, out string? value) || value != tag.Value))
            steps.Add("set its tags", token => roles.TagAsync(name, tags, token));
        return steps;
    }

    /// <summary>IAM deletes only a role that carries nothing.</summary>
    public static async Task<ChangeSteps> RemoveAsync(string roleName, IIamRoles roles, CancellationToken cancellation)
    {
        IReadOnlyList<string> attached = await roles.ListAttachedPolicyArnsAsync(roleName, cancellation).ConfigureAwait(false);
        return Remove(roleName, attached, await roles.ListInlinePolicyNamesAsync(roleName, cancellation).ConfigureAwait(false), roles);
    }

    /// <summary>As <see cref="RemoveAsync"/>, for a role of which it is known what it carries. What has gone meanwhile is no failure.</summary>
    public static ChangeSteps Remove(string roleName, IEnumerable<string> attachedPolicyArns, IEnumerable<string> inlinePolicyNames, IIamRoles roles)
    {
        var steps = new ChangeSteps();
        foreach (string arn in attachedPolicyArns) steps.Add($"detach {NameOf(arn)}", token => UnlessGoneAsync(() => roles.DetachPolicyAsync(roleName, arn, token)));
        foreach (string policy in inlinePolicyNames) steps.Add(DeletingInline(policy), token => UnlessGoneAsync(() => roles.DeleteInlinePolicyAsync(roleName, policy, token)));
        steps.Add("delete the role", token => UnlessGoneAsync(() => roles.DeleteAsync(roleName, token)));
        return steps;
    }

    // An answer that was lost is asked for again, and then there is nothing left.
    private static async Task UnlessGoneAsync(Func<Task> remove)
    {
        try
        {
            await remove().ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ResourceNotFound)
        {
        }
    }

    private static bool Same(PolicyDocument wanted, string? actual)
    {
        try
        {
            return actual is not null && wanted.Equals(PolicyDocument.Parse(actual));
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            // AWS accepts more than we write; what we cannot read is not what we want.
            return false;
        }
    }

    private static void AddAttach(ChangeSteps steps, string role, string arn, IIamRoles roles) =>
        steps.Add($"attach {NameOf(arn)}", token => roles.AttachPolicyAsync(role, arn, token));

    private static void AddDetach(ChangeSteps steps, string role, IEnumerable<string> arns, IIamRoles roles)
    {
        foreach (string arn in arns) steps.Add($"detach {NameOf(arn)}", token => roles.DetachPolicyAsync(role, arn, token));
    }

    private static void AddPut(ChangeSteps steps, string role, PolicyDocument policy, IIamRoles roles) =>
        steps.Add("write its own policy", token => roles.PutInlinePolicyAsync(role, RemoteAccessRoleDesign.InlinePolicyName, policy.ToString(), token));

    private static void AddDeleteInline(ChangeSteps steps, string role, string policyName, IIamRoles roles) =>
        steps.Add(DeletingInline(policyName), token => roles.DeleteInlinePolicyAsync(role, policyName, token));

    private static string DeletingInline(string policyName) => $"delete its inline policy {Printable.Of(policyName)}";

    private static string NameOf(string policyArn) => policyArn[(policyArn.LastIndexOf('/') + 1)..];
}
