using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace CrossAccess.Binding;

/// <summary>A span of time: a TimeSpan, hours and minutes (<c>4:00</c>), or ISO 8601 (<c>PT4H</c>).</summary>
/// <remarks>A plain number is refused: PowerShell would take it for ticks or days, and AWS's users mean seconds.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class DurationTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value) => value is TimeSpan span ? span : Parse(value.ToString()!.Trim());

    private static TimeSpan Parse(string text)
    {
        if (HoursAndMinutes().Match(text) is { Success: true } match)
        {
            return new TimeSpan(Number(match, "hours"), Number(match, "minutes"), Number(match, "seconds"));
        }

        if (text.StartsWith('P') && TryParseIso(text, out TimeSpan iso)) return iso;
        if (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)) return span;

        throw new ClientAccessException(
            ClientAccessError.InvalidDuration,
            $"'{Printable.Of(text)}' is not a duration. Type hours and minutes, such as 4:00, or PT4H, or a TimeSpan; a plain number does not say its unit.");
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static bool TryParseIso(string text, out TimeSpan span)
    {
        try
        {
            span = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            span = default;
            return false;
        }
    }

    // TimeSpan.Parse reads 24:00 as days.
    [GeneratedRegex(@"^(?<hours>\d{1,4}):(?<minutes>[0-5]\d)(:(?<seconds>[0-5]\d))?$", RegexOptions.CultureInvariant)]
    private static partial Regex HoursAndMinutes();
}
