using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Functions.Instances;

/// <summary>
/// Running pool instances over DescribeInstances. Ids go as a filter, not as a list: a listed id that EC2 does not know
/// fails the whole call.
/// </summary>
public sealed class Ec2Instances(IAmazonEC2 client) : IInstanceDirectory
{
    /// <summary>
    /// EC2 takes 200 filter values a call, of all filters together (FilterLimitExceeded), and three are not ids.
    /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html
    /// </summary>
    private const int MostIds = 200 - 3;

    public async Task<IReadOnlyList<PoolInstance>> FindAsync(
        IReadOnlyCollection<InstanceId> ids, string cluster, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentException.ThrowIfNullOrEmpty(cluster);
        var found = new List<PoolInstance>();
        foreach (var some in ids.Distinct().Chunk(MostIds))
        {
            var request = Request(some, cluster);
            do
            {
                var page = await DescribeAsync(request, cancellationToken);
                found.AddRange((page.Reservations ?? [])
                    .SelectMany(reservation => reservation.Instances ?? [])
                    .Select(Of)
                    .OfType<PoolInstance>());
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }

        return found;
    }

    private static DescribeInstancesRequest Request(IEnumerable<InstanceId> ids, string cluster) => new()
    {
        MaxResults = 1000,
        Filters =
        [
            new Filter("instance-id", [.. ids.Select(id => id.ToString())]),
            new Filter("instance-state-name", ["running"]),
            new Filter("tag-key", [InstanceTags.NodePool]),
            new Filter($"tag:{InstanceTags.Cluster}", [cluster]),
        ],
    };

    private static PoolInstance? Of(Instance instance)
        => InstanceId.TryParse(instance.InstanceId, out var id)
            && instance.Tags?.Find(tag => tag.Key == InstanceTags.NodePool)?.Value is { Length: > 0 } pool
            && instance.LaunchTime is { } launched
                ? new PoolInstance(id, pool, new DateTimeOffset(launched.ToUniversalTime()))
                : null;

    private async Task<DescribeInstancesResponse> DescribeAsync(
        DescribeInstancesRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.DescribeInstancesAsync(request, cancellationToken);
        }
        catch (AmazonServiceException fault) when (Ec2Faults.IsThrottled(fault))
        {
            throw new ThrottledException("ec2:DescribeInstances");
        }
        catch (AmazonServiceException fault)
        {
            throw new Ec2RequestException(
                $"ec2:DescribeInstances: EC2 answered {(int)fault.StatusCode} {fault.ErrorCode}", fault);
        }
    }
}
