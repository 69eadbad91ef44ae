using Jarpoint.Jars.Description;

namespace Jarpoint.Jars;

/// <summary>What came of reading a jar: a description, or the reason why nobody can read it.</summary>
public abstract record JarReadOutcome
{
    private JarReadOutcome()
    {
    }

    /// <summary>The jar was read.</summary>
    public sealed record Described(JarDescription Description) : JarReadOutcome;

    /// <summary>
    /// The bytes are not a jar, are damaged, or exceed a limit. Reading them again gives the same answer.
    /// </summary>
    /// <param name="Reason">The class of the fault, stable across releases.</param>
    /// <param name="Detail">A sentence for a person: the measured value, the limit and the option that sets it.</param>
    public sealed record Rejected(RejectionReason Reason, string Detail) : JarReadOutcome;
}
