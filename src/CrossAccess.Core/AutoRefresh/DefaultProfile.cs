namespace CrossAccess;

/// <summary>What a configuration file says of the default profile, apart from credentials.</summary>
internal static class DefaultProfile
{
    // Named one by one: a way to get credentials that AWS invents tomorrow is none of them.
    // https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "region", "output", "cli_pager", "cli_binary_format", "cli_timestamp_format", "cli_auto_prompt", "cli_history", "cli_follow_urlparam", "cli_help_output",
        "ca_bundle", "endpoint_url", "services", "ignore_configured_endpoint_urls", "use_fips_endpoint", "use_dualstack_endpoint", "sts_regional_endpoints",
        "account_id_endpoint_mode", "retry_mode", "max_attempts", "defaults_mode", "tcp_keepalive", "parameter_validation", "sdk_ua_app_id",
        "disable_request_compression", "request_min_compression_size_bytes", "request_checksum_calculation", "response_checksum_validation",
        "sigv4a_signing_region_set", "auth_scheme_preference", "s3", "s3_disable_multiregion_access_points", "s3_use_arn_region", "s3_us_east_1_regional_endpoint",
        "s3_disable_express_session_auth", "metadata_service_timeout", "metadata_service_num_attempts", "ec2_metadata_service_endpoint",
        "ec2_metadata_service_endpoint_mode", "ec2_metadata_v1_disabled", "endpoint_discovery_enabled", "api_versions",
    };

    /// <summary>The lines of a file without what its default profile says of credentials.</summary>
    public static IReadOnlyList<string> WithoutCredentials(IEnumerable<string> lines) => [.. Sifted(lines).Where(line => line.IsKept).Select(line => line.Text)];

    /// <summary>The lines of the default profile's settings, its credentials and its Region left out.</summary>
    public static IReadOnlyList<string> SettingsIn(IEnumerable<string> lines)
    {
        var settings = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach ((string text, bool isKept, string? setting) in Sifted(lines))
        {
            if (!isKept || setting is null) continue;
            // Under both of its titles it may say the same twice; botocore refuses that in one section.
            if (!char.IsWhiteSpace(text[0])) settings[setting] = [];
            settings[setting].Add(text);
        }
        settings.Remove("region");
        return [.. settings.Values.SelectMany(setting => setting)];
    }

    // An indented line belongs to the setting above it.
    private static IEnumerable<(string Text, bool IsKept, string? Setting)> Sifted(IEnumerable<string> lines)
    {
        bool isDefault = false;
        string? setting = null;
        foreach (string line in lines)
        {
            string text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or ';')
            {
                yield return (line, true, null);
            }
            else if (AwsConfigurationFile.TitleOf(line) is { } title)
            {
                isDefault = SectionTitle.ProfileIn(title) == "default";
                setting = null;
                yield return (line, true, null);
            }
            else if (!isDefault)
            {
                yield return (line, true, null);
            }
            else
            {
                if (!char.IsWhiteSpace(line[0])) setting = AwsConfigurationFile.TrySplit(text, out string name, out _) ? name : "";
                yield return (line, setting is not null && Harmless.Contains(setting), setting);
            }
        }
    }
}
