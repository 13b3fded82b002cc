namespace CrossAccess.Core.Tests;

/// <summary>Names out of few words, so that they often run into each other.</summary>
internal static class RandomNames
{
    private static readonly string[] Words = ["A", "Abc", "Read", "Only", "Dev", "Ops", "Admin", "S3", "x", "Istrator", "b2"];

    public static string Client(Random random) => Joined(random);

    public static string Tier(Random random)
    {
        string name = Joined(random);
        return char.IsAsciiLetter(name[0]) ? name : "T" + name;
    }

    private static string Joined(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));
}
