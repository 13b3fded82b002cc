using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess.Tests.Shared;

/// <summary>A request taken apart by its service's model: the operation, and its input as one tree whatever the protocol.</summary>
public sealed record RequestReading(ServiceOperation? Operation, JsonObject Input, IReadOnlyList<string> Problems)
{
    private const string JsonContent = "application/x-amz-json-1.1";

    public static RequestReading Of(WireRequest request)
    {
        if (request.Header("X-Amz-Target") is { } target)
            return OfJson(request, target);
        var form = WireRequest.Form(request.Body);
        return form.TryGetValue("Action", out var action) ? OfForm(request, form, action) : OfRest(request);
    }

    private static RequestReading Unknown(string problem) => new(null, [], [problem]);

    private static RequestReading OfJson(WireRequest request, string target)
    {
        var operation = ServiceModel.All.SelectMany(model => model.Operations)
            .SingleOrDefault(candidate => candidate.Model.TargetPrefix is { } prefix && $"{prefix}.{candidate.Name}" == target);
        if (operation is null)
            return Unknown($"no operation has the target {target}");
        var problems = new List<string>();
        Expect(problems, "method", "POST", request.Method);
        Expect(problems, "path", "/", request.PathAndQuery);
        Expect(problems, "Content-Type", JsonContent, request.Header("Content-Type"));
        return new RequestReading(operation, Body(request, problems), problems);
    }

    private static RequestReading OfForm(WireRequest request, IReadOnlyDictionary<string, string> form, string action)
    {
        form.TryGetValue("Version", out var version);
        var operation = ServiceModel.All.Where(model => model.Protocol == "query" && model.Version == version)
            .SelectMany(model => model.Operations).SingleOrDefault(candidate => candidate.Name == action);
        if (operation is null)
            return Unknown($"no operation is {action} of version {version}");
        var problems = new List<string>();
        Expect(problems, "method", "POST", request.Method);
        Expect(problems, "path", "/", request.PathAndQuery);
        Expect(problems, "Content-Type", "application/x-www-form-urlencoded", request.Header("Content-Type")?.Split(';')[0]);
        var fields = form.Where(field => field.Key is not ("Action" or "Version")).ToDictionary();
        var input = operation.Input is { } shape ? FormTree.Read(fields, shape) : [];
        problems.AddRange(fields.Keys.Select(name => $"{name}: unknown parameter"));
        return new RequestReading(operation, input, problems);
    }

    private static RequestReading OfRest(WireRequest request)
    {
        var operation = ServiceModel.All.Where(model => model.Protocol == "rest-json").SelectMany(model => model.Operations)
            .SingleOrDefault(candidate => candidate.Method == request.Method && candidate.Path == request.Path);
        if (operation?.Input is not { } shape)
            return Unknown($"no operation is {request.Method} {request.Path}");
        var problems = new List<string>();
        var input = Body(request, problems);
        var query = request.Query.ToDictionary();
        foreach (var member in shape.Members.Where(member => member.Location is not null))
        {
            var value = member.Location == "header" ? request.Header(member.WireName) : query.GetValueOrDefault(member.WireName);
            query.Remove(member.WireName);
            if (value is not null)
                input[member.Name] = Scalar(value, member.Shape);
        }

        problems.AddRange(query.Keys.Select(name => $"{name}: unknown query parameter"));
        return new RequestReading(operation, input, problems);
    }

    private static JsonObject Body(WireRequest request, List<string> problems)
    {
        if (request.Body.Length == 0)
            return [];
        try
        {
            return JsonNode.Parse(request.Body)!.AsObject();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            problems.Add("the body is no JSON object");
            return [];
        }
    }

    internal static JsonNode Scalar(string text, ServiceShape shape) => shape.Type switch
    {
        "integer" or "long" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        "boolean" when text is "true" or "false" => text == "true",
        _ => text,
    };

    private static void Expect(List<string> problems, string what, string expected, string? actual)
    {
        if (actual != expected)
            problems.Add($"{what} is {actual ?? "missing"}, not {expected}");
    }
}
