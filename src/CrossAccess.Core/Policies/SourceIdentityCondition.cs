using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// Pins a source identity to the session name that Identity Center gave the caller: aws:userid of a role session is
/// <c>role id:session name</c>, so nobody can pass another's name.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
/// </summary>
internal static class SourceIdentityCondition
{
    public const string Operator = "StringLike";

    public static JsonObject Create() => new() { ["aws:userid"] = "*:${sts:SourceIdentity}" };
}
