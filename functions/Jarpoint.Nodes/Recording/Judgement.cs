namespace Jarpoint.Nodes.Recording;

/// <summary>What a report tells.</summary>
internal abstract record Judgement
{
    public sealed record Says(MountVerdict Verdict) : Judgement;

    public sealed record Nothing(string Why) : Judgement;

    /// <summary>SSM does not have the output yet.</summary>
    public sealed record Later : Judgement;
}
