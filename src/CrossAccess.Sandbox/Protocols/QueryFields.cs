namespace CrossAccess.Sandbox.Protocols;

/// <summary>Form fields such as Tags.member.1.Key as a tree of their dotted names.</summary>
internal sealed class QueryFields
{
    private readonly Dictionary<string, QueryFields> _children = new(StringComparer.Ordinal);

    public string? Value { get; private set; }

    public QueryFields? this[string name] => _children.GetValueOrDefault(name);

    public bool IsEmpty => Value is null && _children.Count == 0;

    public static QueryFields Parse(string form)
    {
        QueryFields root = new();
        foreach (string pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = Decode(equals < 0 ? pair : pair[..equals]);
            root.Descend(name).Value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        }
        return root;
    }

    /// <summary>The numbered children 1, 2, 3 … in order.</summary>
    public IEnumerable<QueryFields> Numbered()
        => _children
            .Where(static child => int.TryParse(child.Key, out _))
            .OrderBy(static child => int.Parse(child.Key, System.Globalization.CultureInfo.InvariantCulture))
            .Select(static child => child.Value);

    private QueryFields Descend(string name)
    {
        QueryFields node = this;
        foreach (string part in name.Split('.'))
        {
            if (!node._children.TryGetValue(part, out QueryFields? child))
                node._children.Add(part, child = new QueryFields());
            node = child;
        }
        return node;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
