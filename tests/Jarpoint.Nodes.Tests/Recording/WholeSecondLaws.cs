using FsCheck.Xunit;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Nodes.Tests.Recording;

/// <summary>Systems Manager counts milliseconds, an API server whole seconds.</summary>
[Properties(MaxTest = 200)]
public sealed class WholeSecondLaws
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Property]
    public void A_condition_is_what_an_API_server_gives_back_of_it(long ticks, uint changed)
    {
        var (observed, changedAt) = (Begin.AddTicks(ticks % 1_000_000_000_000), Begin.AddMilliseconds(changed));

        var condition = new MountCondition(ConditionStatus.True, "Mounted", "", observed, changedAt);

        condition.ObservedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(observed.ToUnixTimeSeconds()));
        condition.ChangedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(changedAt.ToUnixTimeSeconds()));
        (condition with { ObservedAt = changedAt }).ObservedAt.ShouldBe(condition.ChangedAt);
        (condition with { ObservedAt = condition.ObservedAt.AddMilliseconds(999) }).ShouldBe(condition);
    }

    [Property]
    public void Two_observations_end_in_the_same_condition_whichever_comes_first(
        ushort first, ushort second, bool firstHealthy, bool secondHealthy)
    {
        // Within three seconds, so that most pairs share one.
        var one = Seen(firstHealthy, Begin.AddMilliseconds(first % 3000));
        var other = Seen(secondHealthy, Begin.AddMilliseconds(second % 3000));
        var now = Begin.AddMinutes(1);

        var condition = After(After(null, one, now), other, now);

        condition.ShouldBe(After(After(null, other, now), one, now) with { ChangedAt = condition.ChangedAt });
        condition.ShouldBe(After(condition, one, now));
        condition.ShouldBe(After(condition, other, now));
    }

    [Property]
    public void An_observation_is_as_old_as_the_condition_it_became(ushort milliseconds)
    {
        var at = Begin.AddMilliseconds(milliseconds);
        var condition = After(null, Seen(healthy: true, at), at);

        Observation.IsOutdated(condition, at).ShouldBeFalse();
        Observation.IsOutdated(condition, at.AddSeconds(-1)).ShouldBeTrue();
        Seen(healthy: false, at).Over(condition, at).ShouldNotBeNull().Status.ShouldBe(ConditionStatus.False);
        Seen(healthy: true, at).Over(After(null, Seen(healthy: false, at), at), at).ShouldBeNull();
    }

    private static Observation Seen(bool healthy, DateTimeOffset at) => new(
        healthy
            ? new MountVerdict(ConditionStatus.True, MountReasons.Mounted, "2 mounts")
            : new MountVerdict(ConditionStatus.False, MountReasons.MountDead, "gone"),
        at);

    private static MountCondition After(MountCondition? current, Observation observed, DateTimeOffset now)
        => observed.Over(current, now) ?? current.ShouldNotBeNull();
}
