namespace Jarpoint.LocalCloud.Machines.Simulated;

/// <summary>A mount of a simulated machine and what has befallen it.</summary>
internal sealed class SimulatedMount(MountSettings settings)
{
    private DateTimeOffset? healsAt;
    private bool frozen;

    public MountSettings Settings => settings;

    /// <summary>How often it was brought back.</summary>
    public int Repairs { get; private set; }

    /// <summary>How many of them a verify has told.</summary>
    public int Reported { get; set; }

    /// <summary>Dead or unmounted, and not brought back yet.</summary>
    public bool Broken => healsAt is not null;

    public void Break(DateTimeOffset until) => (healsAt, frozen) = (until, false);

    public void Freeze(DateTimeOffset until) => (healsAt, frozen) = (until, true);

    /// <summary>A frozen daemon runs again before its hang was found: nothing is to be repaired.</summary>
    public void Thaw() => healsAt = frozen ? null : healsAt;

    /// <summary>Lets the supervision have done what is due by now.</summary>
    public void Advance(DateTimeOffset now, bool storeAnswers)
    {
        if (healsAt <= now && storeAnswers)
        {
            Remount();
        }
    }

    /// <summary>Mounted again, by supervision or by a run of the script.</summary>
    public void Remount()
    {
        healsAt = null;
        Repairs++;
    }
}
