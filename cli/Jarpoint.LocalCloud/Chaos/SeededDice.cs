using System.Diagnostics.CodeAnalysis;

namespace Jarpoint.LocalCloud.Chaos;

/// <summary>
/// One stream of draws per purpose, so that drawing for one fault does not shift the draws for another. Safe for
/// concurrent use.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Faults must repeat for a seed; nothing here is secret.")]
internal sealed class SeededDice(int seed, string purpose)
{
    private readonly Lock gate = new();
    private readonly Random random = new(Mix(seed, purpose));

    public bool Hits(double rate)
    {
        lock (gate)
        {
            return random.NextDouble() < rate;
        }
    }

    /// <summary>A span between zero and <paramref name="longest"/>.</summary>
    public TimeSpan Span(TimeSpan longest)
    {
        lock (gate)
        {
            return longest * random.NextDouble();
        }
    }

    // String.GetHashCode differs from run to run; a seed must not.
    private static int Mix(int seed, string purpose)
        => purpose.Aggregate(seed, static (hash, letter) => unchecked((hash * 16_777_619) ^ letter));
}
