using Jarpoint.Functions.Cluster.Objects;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.CloudFormation;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>
/// Brings a cluster to what a request wants. The same request again changes nothing: a rollback is an update to the old
/// set, and a deletion takes what is still there.
/// </summary>
internal sealed class ManifestChanger(OpenCluster open, TimeProvider clock, ILogger<ManifestChanger> logger)
{
    public async Task<ManifestOutcome> ChangeAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        if (request.StackId.Length == 0 || request.LogicalResourceId.Length == 0)
        {
            return new ManifestOutcome.Failed("the request names no stack and resource to own the objects");
        }

        return (request.RequestType, ManifestReader.Read(request.Properties)) switch
        {
            ("Create", ManifestReading.Readable(var set)) => await ApplyAsync(request, set, [], cancellationToken),
            ("Update", ManifestReading.Readable(var set)) => await ApplyAsync(
                request, set, Dropped(request, set), cancellationToken),
            ("Delete", ManifestReading.Readable(var set)) => await DeleteAsync(request, set, cancellationToken),
            ("Delete", ManifestReading.Unreadable) => new ManifestOutcome.Done(0, 0, 0),
            ("Create" or "Update", ManifestReading.Unreadable(var reason)) => new ManifestOutcome.Failed(reason),
            _ => new ManifestOutcome.Failed($"the request is a {Excerpt.Of(request.RequestType)}, which nobody knows"),
        };
    }

    // Another cluster has a physical id of its own: CloudFormation asks for the deletion there itself.
    private static ManifestObject[] Dropped(ResourceRequest request, ManifestSet set)
        => ManifestReader.Read(request.OldProperties) is ManifestReading.Readable(var old) && old.Cluster == set.Cluster
            ? [.. old.Except(set)]
            : [];

    private async Task<ManifestOutcome> ApplyAsync(
        ResourceRequest request, ManifestSet set, ManifestObject[] dropped, CancellationToken cancellationToken)
    {
        using var cluster = open(set.Cluster);
        var work = Work(cluster, set, request);
        // Nothing goes before all the new is there: a failure leaves the old set whole.
        return await work.ApplyAsync(set, cancellationToken) is { } failure
            ? new ManifestOutcome.Failed(failure)
            : Outcome(work, await work.DeleteAsync(dropped, cancellationToken));
    }

    private async Task<ManifestOutcome> DeleteAsync(
        ResourceRequest request, ManifestSet set, CancellationToken cancellationToken)
    {
        using var cluster = open(set.Cluster);
        var work = Work(cluster, set, request);
        return Outcome(work, await work.DeleteAsync(set.Objects, cancellationToken));
    }

    private static ManifestOutcome Outcome(ManifestWork work, string? failure)
        => failure is null
            ? new ManifestOutcome.Done(work.Applied, work.Deleted, work.Kept)
            : new ManifestOutcome.Failed(failure);

    private ManifestWork Work(IClusterObjects cluster, ManifestSet set, ResourceRequest request)
        => new(
            cluster,
            set.Cluster,
            new ObjectOwner(request.StackId, request.LogicalResourceId),
            new Patience(clock),
            logger);
}
