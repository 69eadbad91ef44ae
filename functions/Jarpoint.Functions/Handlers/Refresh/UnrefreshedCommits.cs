namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>Commits the nodes were not told of.</summary>
/// <param name="Revision">The newest of them.</param>
/// <param name="Oldest">When the first was committed, by its writer's clock.</param>
/// <param name="Newest">When the last was committed.</param>
/// <param name="Keys">Keys that may look different on the nodes.</param>
internal sealed record UnrefreshedCommits(
    long Revision, DateTimeOffset Oldest, DateTimeOffset Newest, IReadOnlyCollection<string> Keys);
