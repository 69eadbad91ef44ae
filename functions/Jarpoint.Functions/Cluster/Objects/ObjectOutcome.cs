namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>What became of a request for one object.</summary>
public abstract record ObjectOutcome
{
    private ObjectOutcome()
    {
    }

    /// <summary>It is there.</summary>
    public sealed record Found(LiveObject Object) : ObjectOutcome;

    /// <summary>There is no object of that name.</summary>
    public sealed record Absent : ObjectOutcome;

    /// <summary>The cluster knows no such kind of object, or there is no such cluster; no such object either, then.</summary>
    public sealed record Nowhere(string Reason) : ObjectOutcome;

    /// <summary>It is as asked for.</summary>
    public sealed record Done : ObjectOutcome;

    /// <summary>It may pass: throttling, a server error, an object that is on its way out.</summary>
    public sealed record Passing(string Reason) : ObjectOutcome;

    /// <summary>The cluster does not know us, or does not let us. For a while that passes, when the access is new.</summary>
    public sealed record Denied(string Reason) : ObjectOutcome;

    /// <summary>The API refuses the object as it is; asking again would not help.</summary>
    public sealed record Refused(string Reason) : ObjectOutcome;
}
