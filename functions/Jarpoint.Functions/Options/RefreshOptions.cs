namespace Jarpoint.Functions.Options;

/// <summary>When changed jars are made visible on the nodes.</summary>
public sealed record RefreshOptions
{
    /// <summary>A burst is over when nothing was committed for so long.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A burst that does not end is refreshed for all the same when its first commit is so old.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(60);
}
