namespace CrossAccess;

/// <summary>Where a partition's console is signed in to and worked in: origins, without a slash at their end.</summary>
/// <param name="SignIn">Where a session's credentials become a sign-in.</param>
/// <param name="SwitchRole">Where somebody who is in the console changes to another role.</param>
/// <param name="ConsoleDomain">What every host of the partition's console ends in.</param>
internal sealed record ConsoleHosts(string Partition, string SignIn, string SwitchRole, string Console, string ConsoleDomain)
{
    /// <param name="region">The Region to work in; its own sign-in takes credentials even where us-east-1 is out of order.</param>
    /// <param name="endpoint">What stands in for AWS; null: AWS itself.</param>
    /// <exception cref="ClientAccessException">RegionNotFound, also for one of another partition; InvalidArn for a partition whose console is not known.</exception>
    public static ConsoleHosts Of(string partition, string? region, Uri? endpoint)
    {
        (string signIn, string console, string main) = KnownOf(partition);
        region = RegionName.Parse(region ?? main);
        if (CrossAccess.Partition.OfRegion(region) != partition)
            throw new ClientAccessException(ClientAccessError.RegionNotFound, $"Region {region} is not one of partition {partition}, in which the role is. Type one like {main}.");
        if (endpoint is not null)
        {
            string origin = endpoint.AbsoluteUri.TrimEnd('/');
            return new ConsoleHosts(partition, origin, origin, origin, console);
        }

        // The main Region's sign-in is the partition's own, but where no such host is documented:
        // https://docs.aws.amazon.com/general/latest/gr/signin-service.html
        string ofPartition = partition == "aws-eusc" ? $"https://{main}.{signIn}" : $"https://{signIn}";
        return new ConsoleHosts(partition, region == main ? ofPartition : $"https://{region}.{signIn}", ofPartition, $"https://{region}.{console}", console);
    }

    private static (string SignIn, string Console, string MainRegion) KnownOf(string partition) => partition switch
    {
        "aws" => ("signin.aws.amazon.com", "console.aws.amazon.com", "us-east-1"),
        "aws-cn" => ("signin.amazonaws.cn", "console.amazonaws.cn", "cn-north-1"),
        "aws-us-gov" => ("signin.amazonaws-us-gov.com", "console.amazonaws-us-gov.com", "us-gov-west-1"),
        "aws-eusc" => ("signin.amazonaws-eusc.eu", "console.amazonaws-eusc.eu", "eusc-de-east-1"),
        _ => throw new ClientAccessException(ClientAccessError.InvalidArn, $"The role is in partition '{Printable.Of(partition)}', whose console is not known here. Known are aws, aws-cn, aws-us-gov and aws-eusc."),
    };
}
