namespace CrossAccess;

/// <summary>
/// One page for the client's admin: what is granted to whom, how to make it, see it and end it alone. HTML, because every
/// computer opens it; without a script or anything to be fetched.
/// </summary>
internal static class HandOverPage
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 1px solid #d0d7de; } h3 { font-size: 1rem; margin-bottom: 0; }
        pre { background: #f6f8fa; padding: .7rem; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; } code { font-size: .9em; overflow-wrap: anywhere; }
        table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-bottom: 1rem; } th, td { border: 1px solid #d0d7de; padding: .4rem .6rem; text-align: left; vertical-align: top; } th { width: 11rem; font-weight: 600; }
        .note { border-left: 4px solid #bf8700; padding: .1rem .8rem; background: #fff8e5; }
        """;

    public static string Text(HandOver handOver) => Html.Of(
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Access of {{handOver.Company}} for {{handOver.DisplayName}}</title>
        <style>
        {{Html.Literal(Style)}}
        </style>
        </head>
        <body>
        <h1>Access of {{handOver.Company}} to {{Account(handOver)}} of {{handOver.DisplayName}}</h1>
        <p>You let {{handOver.Company}} into {{RolePhrases.Place(handOver)}} by {{RolePhrases.Listed(handOver)}}. No password and no key changes hands, and nothing is installed. {{RolePhrases.SentBack(handOver)}} You can see who used it, and you can end it alone, at any moment.</p>
        <h2>What you grant, and to whom</h2>
        {{Html.Join(handOver.Roles.Select(role => GrantSection.Of(handOver, role)))}}
        <h2>How to make it</h2>
        {{MakingSection.Of(handOver)}}
        <h2>How to see who used it</h2>
        {{UsersSection.Of(handOver)}}
        <h2>How to end it, alone</h2>
        {{EndingSection.Of(handOver)}}
        </body>
        </html>

        """).Markup;

    private static string Account(HandOver handOver) => handOver switch
    {
        { AccountId: null } => "an AWS account",
        { AccountName: null } => $"AWS account {handOver.AccountId}",
        _ => $"AWS account {handOver.AccountId} ({handOver.AccountName})",
    };
}
