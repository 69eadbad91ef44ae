namespace Jarpoint.Catalog.Maven;

/// <summary>Does the steps of a plan, some at once, from where an earlier run left off.</summary>
/// <param name="publisher">Does each.</param>
/// <param name="plan">All of them.</param>
internal sealed class RepositoryRun(VersionPublisher publisher, IReadOnlyList<RepositoryStep> plan)
{
    /// <summary>Few enough to be done well within what is kept back to wind up.</summary>
    private const int StepsAtOnce = 64;

    private const int AtOnce = 8;

    private readonly HashSet<MavenCoordinates> gone = [];

    /// <returns>How many are done: all, unless it had to stop.</returns>
    public async Task<int> GoOnAsync(int done, Func<bool> mustStop, CancellationToken cancellationToken)
    {
        while (done < plan.Count && !mustStop())
        {
            var steps = plan.Skip(done).Take(StepsAtOnce).ToList();

            // What the metadata names is there before it is named and until it is no longer.
            await EachAsync<RepositoryStep.Publish>(steps, PublishAsync, cancellationToken);
            await EachAsync<RepositoryStep.Index>(steps, IndexAsync, cancellationToken);
            await EachAsync<RepositoryStep.Remove>(
                steps, (step, cancelled) => publisher.RemoveAsync(step.Coordinates, cancelled), cancellationToken);
            done += steps.Count;
        }

        return done;
    }

    private async Task PublishAsync(RepositoryStep.Publish step, CancellationToken cancellationToken)
    {
        if (!await publisher.PublishAsync(step, cancellationToken))
        {
            lock (gone)
            {
                gone.Add(step.Coordinates);
            }
        }
    }

    private Task IndexAsync(RepositoryStep.Index step, CancellationToken cancellationToken)
    {
        var there = step.Versions
            .Where(each => !gone.Contains(new MavenCoordinates(step.Artifact, each.Key)))
            .ToDictionary(StringComparer.Ordinal);
        return publisher.IndexAsync(step.Artifact, there, cancellationToken);
    }

    private static Task EachAsync<T>(
        IEnumerable<RepositoryStep> steps, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            steps.OfType<T>(),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = cancellationToken,
            },
            async (step, cancelled) => await act(step, cancelled));
}
