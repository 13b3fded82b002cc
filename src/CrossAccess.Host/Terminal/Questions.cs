using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace CrossAccess.Host.Terminal;

/// <summary>Asks on the console; where nobody can answer, every question is an error that says so.</summary>
internal sealed class Questions(bool nonInteractive)
{
    /// <summary>Asks for one of several choices until one of them is named. An empty answer is the default.</summary>
    public int AskForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireSomeoneToAnswer(caption, message);
        Introduce(caption, message);
        string question = $"{string.Join("  ", choices.Select(Label))}  [?] Help{DefaultHint(choices, defaultChoice)}: ";
        while (true)
        {
            string answer = ReadLine(question).Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (answer == "?")
            {
                foreach (ChoiceDescription choice in choices)
                    Console.Out.WriteLine($"{Key(choice)} - {choice.HelpMessage}");
                continue;
            }

            int chosen = choices.ToList().FindIndex(choice => IsAnswer(choice, answer));
            if (chosen >= 0)
                return chosen;
        }
    }

    /// <summary>Asks for the values of parameters that a command cannot do without.</summary>
    public Dictionary<string, PSObject> AskForValues(string caption, string message, Collection<FieldDescription> fields)
    {
        RequireSomeoneToAnswer(caption, string.Join(", ", fields.Select(field => field.Name)));
        Introduce(caption, message);
        return fields.ToDictionary(
            field => field.Name,
            field => PSObject.AsPSObject(
                field.ParameterTypeFullName == typeof(SecureString).FullName ? ReadSecret($"{field.Name}: ") : ReadLine($"{field.Name}: ")));
    }

    /// <summary>Asks for a user name, where none is given, and a password.</summary>
    public PSCredential AskForCredential(string caption, string message, string userName)
    {
        RequireSomeoneToAnswer(caption, message);
        Introduce(caption, message);
        string user = string.IsNullOrEmpty(userName) ? ReadLine("User: ") : userName;
        return new PSCredential(user, ReadSecret($"Password for user {user}: "));
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="PSInvalidOperationException">Nobody can answer.</exception>
    public string ReadLine(string question)
    {
        RequireSomeoneToAnswer("", question);
        Console.Out.Write(question);
        return Console.In.ReadLine() ?? throw new PSInvalidOperationException("Input ended before the question was answered.");
    }

    /// <summary>Reads a line without showing it.</summary>
    /// <exception cref="PSInvalidOperationException">Nobody can answer, or input is not a terminal.</exception>
    public SecureString ReadSecret(string question)
    {
        RequireSomeoneToAnswer("", question);
        if (Console.IsInputRedirected)
            throw new PSInvalidOperationException("A secret is read from a terminal only.");
        Console.Out.Write(question);
        SecureString secret = new();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.AppendChar(key.KeyChar);
        }

        Console.Out.WriteLine();
        return secret;
    }

    private static void Introduce(string caption, string message)
    {
        Console.Out.WriteLine();
        foreach (string line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
                Console.Out.WriteLine(line);
        }
    }

    private static bool IsAnswer(ChoiceDescription choice, string answer) =>
        answer.Equals(Key(choice), StringComparison.OrdinalIgnoreCase) || answer.Equals(Text(choice), StringComparison.OrdinalIgnoreCase);

    private static string Label(ChoiceDescription choice) => $"[{Key(choice)}] {Text(choice)}";

    private static string Text(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    /// <summary>The letter after the ampersand, or the whole label.</summary>
    private static string Key(ChoiceDescription choice)
    {
        int ampersand = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return ampersand >= 0 && ampersand + 1 < choice.Label.Length
            ? choice.Label.Substring(ampersand + 1, 1).ToUpperInvariant()
            : choice.Label;
    }

    private static string DefaultHint(Collection<ChoiceDescription> choices, int defaultChoice) =>
        defaultChoice >= 0 ? $" (default is \"{Key(choices[defaultChoice])}\")" : "";

    private void RequireSomeoneToAnswer(string caption, string question)
    {
        if (!nonInteractive)
            return;
        string asked = string.Join(" ", new[] { caption, question }.Where(text => !string.IsNullOrWhiteSpace(text))).Trim();
        throw new PSInvalidOperationException(
            $"The Host is in NonInteractive mode and cannot ask: {asked} Give what is asked for as a parameter (-Confirm:$false or -Force where it asks for consent).");
    }
}
