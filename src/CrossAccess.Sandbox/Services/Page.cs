using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Services;

/// <summary>Cuts lists into pages. A token is good for the operation that gave it out, and for nothing else.</summary>
internal static class Page
{
    /// <summary>One page for services that page by NextToken and MaxResults.</summary>
    public static JsonObject ByToken<T>(Call call, string list, IReadOnlyList<T> items, Func<T, JsonNode?> render, int defaultSize = 100)
    {
        bool camel = call.Operation.Path != "/";
        string tokenName = camel ? "nextToken" : "NextToken";
        int start = Start(call, call.Text(tokenName), tokenName);
        int size = call.Number(camel ? "maxResults" : "MaxResults") ?? defaultSize;
        JsonObject output = new() { [list] = Slice(items, start, size, render) };
        if (start + size < items.Count)
            output[tokenName] = Token(call, start + size);
        return output;
    }

    /// <summary>One page for IAM, which pages by Marker and MaxItems.</summary>
    public static JsonObject ByMarker<T>(Call call, string list, IReadOnlyList<T> items, Func<T, JsonNode?> render)
    {
        int start = Start(call, call.Text("Marker"), "Marker");
        int size = call.Number("MaxItems") ?? 100;
        bool isTruncated = start + size < items.Count;
        JsonObject output = new() { [list] = Slice(items, start, size, render), ["IsTruncated"] = isTruncated };
        if (isTruncated)
            output["Marker"] = Token(call, start + size);
        return output;
    }

    /// <summary>One page for IAM that runs over several lists, one after the other.</summary>
    public static JsonObject ByMarker(Call call, IEnumerable<string> lists, IReadOnlyList<(string List, Func<JsonObject> Render)> items)
    {
        const string Whole = "Page";
        JsonObject output = ByMarker(call, Whole, items, static item => new JsonObject { [item.List] = item.Render() });
        JsonArray shown = output[Whole]!.AsArray();
        output.Remove(Whole);
        foreach (string list in lists)
            output[list] = new JsonArray([.. shown.Select(item => item![list]?.DeepClone()).Where(static item => item is not null)]);
        return output;
    }

    private static JsonArray Slice<T>(IReadOnlyList<T> items, int start, int size, Func<T, JsonNode?> render)
    {
        JsonArray page = [];
        for (int i = start; i < Math.Min(start + size, items.Count); i++)
            page.Add(render(items[i]));
        return page;
    }

    private static string Token(Call call, int next)
        => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{call.Operation.Name}:{next}")));

    private static int Start(Call call, string? token, string name)
    {
        if (string.IsNullOrEmpty(token))
            return 0;
        Span<byte> bytes = new byte[token.Length];
        if (Convert.TryFromBase64String(token, bytes, out int written)
            && Encoding.UTF8.GetString(bytes[..written]).Split(':') is [var operation, var next]
            && operation == call.Operation.Name
            && int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out int start))
            return start;
        throw call.Model.Protocol switch
        {
            "query" => new ServiceError("ValidationError", $"Invalid {name}: {token}", 400),
            "json" => new ServiceError("ValidationException", $"The {name} is not valid."),
            _ => new ServiceError("InvalidRequestException", $"The {name} is not valid."),
        };
    }
}
