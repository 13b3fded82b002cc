using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Tokens;

/// <summary>An OpenID Connect provider that every account of the Sandbox knows. Its tokens are known by heart instead of by signature.</summary>
internal sealed class WebIdentities(Cloud cloud)
{
    private const string Host = "oidc.sandbox.example";
    private const string Action = "sts:AssumeRoleWithWebIdentity";
    private readonly Dictionary<string, WebIdentity> _tokens = new(StringComparer.Ordinal);

    public static string ProviderArn(string accountId, string partition) => $"arn:{partition}:iam::{accountId}:oidc-provider/{Host}";

    public string Issue(string subject, string audience)
    {
        string token = "eyJ" + RandomNames.HexDigits(40) + ".eyJ" + RandomNames.HexDigits(80) + "." + RandomNames.HexDigits(64);
        _tokens.Add(token, new WebIdentity(subject, audience, cloud.Now + TimeSpan.FromHours(1)));
        return token;
    }

    public WebIdentity Find(string token)
    {
        if (!_tokens.TryGetValue(token, out WebIdentity? identity))
            throw new ServiceError("InvalidIdentityToken", "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        return identity.Expiration > cloud.Now ? identity : throw new ServiceError("ExpiredTokenException", "Token expired", 400);
    }

    public IamRole Admit(Call call, WebIdentity identity, int durationSeconds)
    {
        string arn = call.Required("RoleArn");
        IamRole? role = cloud.Accounts.Values.Select(account => account.FindRoleByArn(arn)).FirstOrDefault(static found => found is not null);
        RequestContext context = new RequestContext()
            .Set($"{Host}:sub", identity.Subject)
            .Set($"{Host}:aud", identity.Audience)
            .Set("sts:RoleSessionName", call.Required("RoleSessionName"));
        if (role is null || PolicyEvaluator.EvaluateFederated(role.Trust.Document, Action, ProviderArn(role.AccountId, cloud.Partition), context) != Decision.Allowed)
            throw new ServiceError("AccessDenied", $"Not authorized to perform {Action}", 403);
        if (durationSeconds > role.MaxSessionDuration)
            throw new ServiceError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.", 400);
        return role;
    }
}
