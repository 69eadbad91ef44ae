using Jarpoint.LocalCloud.Chaos;

namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>How long something takes: anything between two times.</summary>
public sealed record DelayRange(TimeSpan Shortest, TimeSpan Longest)
{
    public static DelayRange Seconds(double shortest, double longest)
        => new(TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));

    internal TimeSpan Draw(SeededDice dice) => Shortest + dice.Span(Longest - Shortest);
}
