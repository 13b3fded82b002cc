using System.Security.Cryptography;
using System.Text;

namespace CrossAccess;

/// <summary>When a user's access by a permission set ends: a request after that time is denied.</summary>
/// <param name="UserId">The user's id in the identity store, which identitystore:UserId holds in a session of that user.</param>
/// <param name="NameMark">The mark of the user's name, see <see cref="MarkOf"/>.</param>
/// <param name="Time">UTC, in whole seconds, as policies write it.</param>
internal sealed record AccessEnd(string UserId, string NameMark, DateTimeOffset Time)
{
    /// <summary>The length of a mark in characters.</summary>
    public const int MarkLength = 10;

    public static AccessEnd Of(Principal user, DateTimeOffset time) => new(user.Id, MarkOf(user.Name), WholeSeconds(time));

    /// <summary>
    /// Ten hexadecimal digits that stand for a user's name. A session knows its user's name and not the id, so that whoever may
    /// read a permission set's policy finds the own end in it by this, and no one else's name.
    /// </summary>
    public static string MarkOf(string userName) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(userName.ToUpperInvariant())), 0, MarkLength / 2).ToLowerInvariant();

    /// <summary>Rounded up, so that nobody's access ends before it was promised to.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset time) =>
        new(((time.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
