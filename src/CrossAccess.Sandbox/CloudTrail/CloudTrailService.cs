using System.Text;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Events;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudTrail;

/// <summary>CloudTrail's event history (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html): an account's management events of 90 days in one Region, newest first.</summary>
internal sealed class CloudTrailService(EventLog log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Service Create() => new("cloudtrail", "cloudtrail", [new Operation("LookupEvents", static _ => "*", LookupEvents)]);

    private JsonObject LookupEvents(Call call)
    {
        List<JsonObject> attributes = [.. call.Objects("LookupAttributes")];
        if (attributes.Count > 1)
            throw new ServiceError("InvalidLookupAttributesException", "You can use only one lookup attribute.");
        DateTimeOffset start = Time(call, "StartTime") ?? DateTimeOffset.MinValue;
        DateTimeOffset end = Time(call, "EndTime") ?? DateTimeOffset.MaxValue;
        if (start > end)
            throw new ServiceError("InvalidTimeRangeException", "The start time is after the end time.");
        // Insights are none here: nothing unusual is looked for.
        IEnumerable<TrailRecord> records = call.Text("EventCategory") is null ? log.Snapshot().Reverse().Select(entry => TrailRecord.For(entry, call.Account.Id)).OfType<TrailRecord>() : [];
        List<TrailRecord> found =
        [
            .. records.Where(record => record.Region == call.Region
                && record.Time >= call.Now - Kept && record.Time >= start && record.Time <= end
                && attributes.TrueForAll(attribute => record.Matches(attribute["AttributeKey"]!.GetValue<string>(), attribute["AttributeValue"]!.GetValue<string>()))),
        ];
        return Cut(call, found);
    }

    // Events keep arriving at the front, so a page begins after an event and not at a number.
    private static JsonObject Cut(Call call, List<TrailRecord> found)
    {
        int start = call.Text("NextToken") is { } token ? found.FindIndex(record => Token(record) == token) + 1 : 0;
        if (start == 0 && call.Text("NextToken") is not null)
            throw new ServiceError("InvalidNextTokenException", "The token is not valid.");
        int size = call.Number("MaxResults") ?? 50;
        List<TrailRecord> page = found.GetRange(start, Math.Min(size, found.Count - start));
        JsonObject output = new() { ["Events"] = new JsonArray([.. page.Select(static record => record.Render())]) };
        if (start + page.Count < found.Count)
            output["NextToken"] = Token(page[^1]);
        return output;
    }

    private static string Token(TrailRecord record) => Convert.ToBase64String(Encoding.ASCII.GetBytes("LookupEvents:" + record.EventId));

    private static DateTimeOffset? Time(Call call, string member)
        => call.Input[member] is { } node ? DateTimeOffset.UnixEpoch.AddSeconds(node.GetValue<double>()) : null;
}
