namespace CrossAccess.Sandbox.Policies;

/// <summary>The condition keys of one request with their values; key names are compared without case, as IAM does.</summary>
internal sealed class RequestContext
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string>? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>Sets a key; null leaves it absent, which is not the same as empty.</summary>
    public RequestContext Set(string key, string? value)
    {
        if (value is not null)
            _values[key] = [value];
        return this;
    }

    public RequestContext Set(string key, IReadOnlyList<string> values)
    {
        _values[key] = values;
        return this;
    }

    public RequestContext Copy()
    {
        RequestContext copy = new();
        foreach ((string key, IReadOnlyList<string> values) in _values)
            copy._values[key] = values;
        return copy;
    }
}
