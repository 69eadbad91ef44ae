using Jarpoint.Functions.Cluster.Objects;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>The work of one request in one cluster; stops at the first object that cannot be done.</summary>
internal sealed partial class ManifestWork(
    IClusterObjects cluster, string name, ObjectOwner owner, Patience patience, ILogger logger)
{
    public int Applied { get; private set; }

    public int Deleted { get; private set; }

    public int Kept { get; private set; }

    /// <returns>Why it failed, or null.</returns>
    public async Task<string?> ApplyAsync(ManifestSet set, CancellationToken cancellationToken)
    {
        foreach (var manifest in set.Objects)
        {
            var outcome = await patience.AskAsync(
                async token => await ApplyOnceAsync(manifest, token) switch
                {
                    ObjectOutcome.Nowhere(var reason) when set.Defines(manifest) => new ObjectOutcome.Passing(reason),
                    ObjectOutcome.Nowhere(var reason) => new ObjectOutcome.Refused(reason),
                    var outcome => outcome,
                },
                cancellationToken);
            if (Reason(outcome) is { } failure)
            {
                return $"apply {manifest} to cluster {name}: {failure}; {Applied} of {set.Objects.Count} objects are applied";
            }

            Applied++;
        }

        return null;
    }

    /// <param name="manifests">In the order of application.</param>
    /// <param name="cancellationToken">There is no more time.</param>
    /// <returns>Why it failed, or null.</returns>
    public async Task<string?> DeleteAsync(IEnumerable<ManifestObject> manifests, CancellationToken cancellationToken)
    {
        foreach (var manifest in manifests.Reverse())
        {
            var outcome = await patience.AskAsync(token => DeleteOnceAsync(manifest, token), cancellationToken);
            if (Reason(outcome) is { } failure)
            {
                return $"delete {manifest} from cluster {name}: {failure}";
            }

            switch (outcome)
            {
                case ObjectOutcome.Found:
                    Log.Kept(logger, manifest, name);
                    Kept++;
                    break;

                case ObjectOutcome.Done:
                    Log.Deleted(logger, manifest, name);
                    Deleted++;
                    break;
            }
        }

        return null;
    }

    private static string? Reason(ObjectOutcome outcome) => outcome switch
    {
        ObjectOutcome.Refused(var reason) => reason,
        ObjectOutcome.Denied(var reason) => reason,
        _ => null,
    };

    // The mark goes onto what is created here and stays off what was there before: only what has it is ever deleted.
    private async Task<ObjectOutcome> ApplyOnceAsync(ManifestObject manifest, CancellationToken cancellationToken)
    {
        switch (await cluster.FindAsync(manifest, cancellationToken))
        {
            case ObjectOutcome.Absent:
                Log.Creating(logger, manifest, name);
                return await cluster.ApplyAsync(manifest, owner.Mark(manifest), cancellationToken);

            case ObjectOutcome.Found({ IsGoing: true }):
                return new ObjectOutcome.Passing("one of that name is still being deleted");

            case ObjectOutcome.Found({ Owner: null }):
                Log.Adopting(logger, manifest, name);
                return await cluster.ApplyAsync(manifest, manifest.Document, cancellationToken);

            case ObjectOutcome.Found({ Owner: { } other }) when !owner.SharesStackWith(other):
                return new ObjectOutcome.Refused(
                    $"it belongs to {other}; take the annotation {ObjectOwner.Annotation} off to have it anyway");

            case ObjectOutcome.Found:
                return await cluster.ApplyAsync(manifest, owner.Mark(manifest), cancellationToken);

            case var failure:
                return failure;
        }
    }

    /// <returns>Found for an object that is not ours.</returns>
    private async Task<ObjectOutcome> DeleteOnceAsync(ManifestObject manifest, CancellationToken cancellationToken)
        => await cluster.FindAsync(manifest, cancellationToken) is var seen
            && seen is ObjectOutcome.Found(var live)
            && live.Owner == owner.ToString()
            ? await cluster.DeleteAsync(manifest, live.Uid, cancellationToken)
            : seen;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Creating {Object} in cluster {Cluster}")]
        public static partial void Creating(ILogger logger, ManifestObject @object, string cluster);

        [LoggerMessage(LogLevel.Warning,
            "{Object} was in cluster {Cluster} before: it is changed as the manifest says and will never be deleted")]
        public static partial void Adopting(ILogger logger, ManifestObject @object, string cluster);

        [LoggerMessage(LogLevel.Information, "Deleted {Object} from cluster {Cluster}")]
        public static partial void Deleted(ILogger logger, ManifestObject @object, string cluster);

        [LoggerMessage(LogLevel.Warning, "{Object} stays in cluster {Cluster}: this resource did not create it")]
        public static partial void Kept(ILogger logger, ManifestObject @object, string cluster);
    }
}
