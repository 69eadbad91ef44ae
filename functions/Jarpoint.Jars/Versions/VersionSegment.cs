using System.Globalization;
using System.Numerics;
using System.Text;

namespace Jarpoint.Jars.Versions;

/// <summary>
/// A run of a version: perhaps a word, then numbers joined by dots, then what follows a hyphen or a change between
/// digits and letters. Chains may be as long as a stranger's version is, so nothing here recurses.
/// </summary>
internal sealed class VersionSegment
{
    private string? word;
    private List<BigInteger> numbers = [];
    private VersionSegment? rest;

    private int Count => (word is null ? 0 : 1) + numbers.Count + (rest is null ? 0 : 1);

    private bool IsEmpty => Count == 0;

    public static VersionSegment Parse(string text)
    {
        var lower = text.ToLowerInvariant();
        var chain = new List<VersionSegment> { new() };
        var start = 0;
        for (var i = 0; i <= lower.Length; i++)
        {
            var separator = i == lower.Length || lower[i] is '.' or '-';
            if (!separator && (i == start || char.IsAsciiDigit(lower[i]) == char.IsAsciiDigit(lower[i - 1])))
            {
                continue;
            }

            // An empty part, as in 1..2, is a zero; nothing after the last separator is nothing.
            if (i > start || i < lower.Length)
            {
                Add(chain, lower[start..i], beforeDigit: !separator);
            }

            if (!separator || (i < lower.Length && lower[i] == '-'))
            {
                chain.Add(new VersionSegment());
            }

            start = separator ? i + 1 : i;
        }

        return Link(chain);
    }

    public static int Compare(VersionSegment left, VersionSegment right)
    {
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var (a, b) = (left.Item(i), right.Item(i));
            if (a is VersionSegment nextLeft && b is VersionSegment nextRight)
            {
                // A rest is the last item of its segment.
                (left, right, i) = (nextLeft, nextRight, -1);
            }
            else if (CompareItems(a, b) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    public IEnumerable<string> Qualifiers()
    {
        for (var segment = this; segment is not null; segment = segment.rest)
        {
            if (segment.word is { } stated)
            {
                yield return stated;
            }
        }
    }

    /// <summary>One text for all ways to write an equal version.</summary>
    public string Canonical()
    {
        var text = new StringBuilder();
        for (var segment = this; segment is not null; segment = segment.rest)
        {
            text.Append('[').Append(segment.word);
            foreach (var number in segment.numbers)
            {
                text.Append('.').Append(number.ToString(CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private static void Add(List<VersionSegment> chain, string part, bool beforeDigit)
    {
        if (part.Length == 0 || char.IsAsciiDigit(part[0]))
        {
            chain[^1].numbers.Add(part.Length == 0 ? 0 : BigInteger.Parse(part, CultureInfo.InvariantCulture));
            return;
        }

        if (!chain[^1].IsEmpty)
        {
            chain.Add(new VersionSegment());
        }

        chain[^1].word = VersionQualifier.Canonical(part, beforeDigit);
    }

    /// <summary>Joins the segments without what says nothing at their ends: zeros, and words for a release.</summary>
    private static VersionSegment Link(List<VersionSegment> chain)
    {
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var segment = chain[i];
            var kept = segment.numbers.FindLastIndex(static number => !number.IsZero) + 1;
            segment.numbers = segment.numbers[..kept];
            if (kept == 0 && segment.word is VersionQualifier.Release)
            {
                segment.word = null;
            }

            segment.rest = i + 1 < chain.Count && !chain[i + 1].IsEmpty ? chain[i + 1] : null;
        }

        return chain[0];
    }

    private object? Item(int index)
    {
        if (word is not null)
        {
            if (index == 0)
            {
                return word;
            }

            index--;
        }

        return index < numbers.Count ? numbers[index] : index == numbers.Count ? rest : null;
    }

    /// <summary>Words come before runs, runs before numbers; what is missing counts as a release, or as zero.</summary>
    private static int CompareItems(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -CompareToNothing(right),
        (_, null) => CompareToNothing(left),
        (BigInteger a, BigInteger b) => a.CompareTo(b),
        (BigInteger, _) => 1,
        (_, BigInteger) => -1,
        (string a, string b) => VersionQualifier.Compare(a, b),
        _ => CompareWordAndRun(left, right),
    };

    // Maven always puts the word first, which makes a circle of 1-sp < 1-ga-alpha < 1 < 1-sp.
    private static int CompareWordAndRun(object left, object right)
    {
        var sides = Math.Sign(CompareToNothing(left)) - Math.Sign(CompareToNothing(right));
        return sides != 0 ? sides : left is string ? -1 : 1;
    }

    private static int CompareToNothing(object item)
    {
        for (var segment = item as VersionSegment; segment is not null; segment = segment.rest)
        {
            if (segment.word is { } stated && VersionQualifier.CompareToRelease(stated) is not 0 and var order)
            {
                return order;
            }

            if (segment.numbers.Count > 0)
            {
                // Trailing zeros were left out, so one of them is not zero.
                return 1;
            }
        }

        return item switch
        {
            string word => VersionQualifier.CompareToRelease(word),
            BigInteger number => number.Sign,
            _ => 0,
        };
    }
}
