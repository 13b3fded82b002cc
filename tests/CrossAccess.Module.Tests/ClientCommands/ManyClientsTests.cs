using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.ClientCommands;

/// <summary>Two hundred clients, eight at a time: whoever a child shell's native commands are, by AWS's own word, is the client of the result.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ManyClientsTests(LargeClientFleet fleet) : IClassFixture<LargeClientFleet>
{
    // curl signs by itself with what the environment holds, and costs little; the AWS CLI is asked in every tenth client.
    private const string WhoAmI = """
        account=$(curl -sS --aws-sigv4 "aws:amz:$AWS_REGION:sts" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" -H "X-Amz-Security-Token: $AWS_SESSION_TOKEN" "$AWS_ENDPOINT_URL/?Action=GetCallerIdentity&Version=2011-06-15" | sed -n 's/.*<Account>\([0-9]*\)<.*/\1/p')
        case $CROSSACCESS_CLIENT in
            *0) command -v aws > /dev/null && cli=$(aws sts get-caller-identity --query Account --output text) || cli=none;;
            *) cli=none;;
        esac
        echo "$CROSSACCESS_CLIENT $account $cli $AWS_ACCESS_KEY_ID"
        """;

    [Fact]
    public void Two_hundred_clients_never_mix_their_credentials()
    {
        Assert.SkipUnless(IsOnPath("sh") && IsOnPath("curl"), "sh and curl are not on the PATH: here they are the native commands.");
        fleet.Session.Set("whoAmI", WhoAmI);

        ShellResult result = fleet.Session.Run("Invoke-ClientCommand -Client Client* -Account main -ThrottleLimit 8 -ArgumentList $whoAmI { sh }");

        Assert.Empty(result.Errors);
        Assert.Equal(LargeClientFleet.Clients, result.Output.Count);
        Assert.Equal(LargeClientFleet.Clients, result.Output.Select(output => output.Text("Client")).Distinct().Count());
        var answers = result.Output.Select(output => (Tag: (output.Text("Client"), output.Text("AccountId")), Words: $"{output}".Split(' '))).ToList();
        Assert.All(answers, answer => Assert.Equal(answer.Tag, (answer.Words[0], answer.Words[1])));
        Assert.All(answers, answer => Assert.Equal(ClientFleet.AccountOf(int.Parse(answer.Words[0]["Client".Length..])), answer.Words[1]));
        Assert.Equal(LargeClientFleet.Clients, answers.Select(answer => answer.Words[3]).Distinct().Count());
        string[][] asked = [.. answers.Select(answer => answer.Words).Where(words => words[2] != "none")];
        Assert.All(asked, words => Assert.Equal(words[1], words[2]));
        Assert.Equal(AwsCli.IsOnPath ? LargeClientFleet.Clients / 10 : 0, asked.Length);
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("-ThrottleLimit 2", 2)]
    public void As_many_shells_are_alive_as_are_allowed_and_no_more(string limit, int most)
    {
        Assert.SkipUnless(IsOnPath("sh"), "sh is not on the PATH: here it is the native command.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crossaccess-alive-");
        // Each stays until as many as are allowed have been there together.
        fleet.Session.Set("meet", $"""
            cd '{folder.FullName}' && touch "$CROSSACCESS_CLIENT"
            until [ -e met ]; do [ $(ls | grep -c Client) -ge {most} ] && touch met || sleep 0.02; done
            ls | grep -c Client; rm "$CROSSACCESS_CLIENT"
            """);

        ShellResult result = fleet.Session.Run($"Invoke-ClientCommand -Client Client10* -Account main {limit} -TimeoutSeconds 120 -ArgumentList $meet {{ sh }}");

        folder.Delete(recursive: true);
        Assert.Empty(result.Errors);
        Assert.Equal(11, result.Output.Count);
        Assert.All(result.Texts, alive => Assert.InRange(int.Parse(alive), 1, most));
    }

    [Fact]
    public void Progress_says_how_many_have_ended_and_ends_itself()
    {
        Assert.SkipUnless(IsOnPath("sh"), "sh is not on the PATH: here it is the native command.");
        fleet.Session.Screen.Progress.Clear();

        fleet.Session.Run("Invoke-ClientCommand -Client Client10* -Account main -ThrottleLimit 1 -ArgumentList 'sleep 0.1' { sh }");

        ProgressRecord[] records = [.. fleet.Session.Screen.Progress];
        Assert.Single(records.Select(record => record.Activity).Distinct());
        Assert.EndsWith(" of 11", records[0].StatusDescription, StringComparison.Ordinal);
        Assert.Equal(ProgressRecordType.Completed, records[^1].RecordType);
        Assert.All(records[..^1], record => Assert.Equal(ProgressRecordType.Processing, record.RecordType));
        int[] percents = [.. records[..^1].Select(record => record.PercentComplete)];
        Assert.Equal(percents.Order(), percents);
        Assert.True(percents[^1] > 0);
    }

    private static bool IsOnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
