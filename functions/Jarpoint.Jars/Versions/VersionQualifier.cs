namespace Jarpoint.Jars.Versions;

/// <summary>The words of a version and their order.</summary>
internal static class VersionQualifier
{
    /// <summary>Says nothing: a release.</summary>
    public const string Release = "";

    private const int ReleaseRank = 5;

    /// <summary>A word under its one name, lower case. A single letter means a stage only before a digit.</summary>
    public static string Canonical(string word, bool beforeDigit) => word switch
    {
        "a" when beforeDigit => "alpha",
        "b" when beforeDigit => "beta",
        "m" when beforeDigit => "milestone",
        "cr" => "rc",
        "ga" or "final" or "release" => Release,
        _ => word,
    };

    public static bool ComesBeforeRelease(string word) => Rank(word) < ReleaseRank;

    public static int CompareToRelease(string word) => Rank(word) - ReleaseRank;

    public static int Compare(string left, string right)
        => (Rank(left), Rank(right)) is (7, 7) ? string.CompareOrdinal(left, right) : Rank(left) - Rank(right);

    private static int Rank(string word) => word switch
    {
        "alpha" => 0,
        "beta" => 1,
        "milestone" => 2,
        "rc" => 3,
        "snapshot" => 4,
        Release => ReleaseRank,
        "sp" => 6,
        _ => 7,
    };
}
