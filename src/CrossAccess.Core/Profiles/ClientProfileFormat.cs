namespace CrossAccess;

/// <summary>Whose profiles are written.</summary>
public enum ClientProfileFormat
{
    /// <summary>The AWS CLI's and SDKs' configuration file.</summary>
    AwsConfig,
    /// <summary>The configuration of the browser extension AWS Extend Switch Roles.</summary>
    AwsExtendSwitchRoles,
}
