namespace CrossAccess;

/// <summary>What the parts of bash scripts go by.</summary>
internal static class BashSettings
{
    public static string Of(HandOver handOver) =>
        $"""
        export AWS_PAGER=''
        company={BashText.Literal(handOver.Company)}
        client={BashText.Literal(handOver.Client)}
        home_account={BashText.Literal(handOver.HomeAccountId)}
        expected_account={BashText.Literal(handOver.AccountId ?? "")}
        """;
}
