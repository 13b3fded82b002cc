using System.Text;

namespace CrossAccess.Sandbox.Policies;

/// <summary>
/// Replaces ${key} and ${key, 'default'} in a policy's text
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
/// </summary>
internal static class PolicyVariables
{
    /// <summary>The text as a prepared pattern, or null when a variable has no value in the request: the statement then does not apply.</summary>
    public static string? Prepare(string text, RequestContext context, string version)
    {
        // Only version 2012-10-17 has variables; the older one takes them as plain text.
        if (version != "2012-10-17" || !text.Contains("${", StringComparison.Ordinal))
            return Wildcard.Prepare(text);

        StringBuilder prepared = new();
        int position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is >= 0 and var start)
        {
            int end = text.IndexOf('}', start);
            if (end < 0)
                break;
            prepared.Append(Wildcard.Prepare(text[position..start]));
            if (Value(text[(start + 2)..end], context) is not { } value)
                return null;
            prepared.Append(value);
            position = end + 1;
        }
        return prepared.Append(Wildcard.Prepare(text[position..])).ToString();
    }

    private static string? Value(string variable, RequestContext context)
    {
        if (variable is "*" or "?" or "$")
            return variable;
        string[] parts = variable.Split(',', 2, StringSplitOptions.TrimEntries);
        return context[parts[0]] switch
        {
            [var single] => single,
            null when parts.Length == 2 => parts[1].Trim('\''),
            _ => null,
        };
    }
}
