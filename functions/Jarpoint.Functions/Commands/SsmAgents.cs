using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Functions.Commands;

/// <summary>Which agents are there, from DescribeInstanceInformation, and a burst of them from a census.</summary>
internal sealed class SsmAgents(IAmazonSimpleSystemsManagement client)
{
    public const int MostFilterValues = 100;
    private const int LargestPage = 50;

    private readonly SsmCensus census = new(client);

    public async Task<IReadOnlySet<InstanceId>> OnlineAsync(
        IReadOnlyCollection<InstanceId> ids, CancellationToken cancellationToken)
    {
        var online = new HashSet<InstanceId>();
        var wanted = ids.ToHashSet();

        // An account may have many agents that are none of ours: no more pages than asking for these alone would take.
        if (wanted.Count > MostFilterValues
            && await census.AddOnlineAsync(wanted, wanted.Count / LargestPage, online, cancellationToken))
        {
            return online;
        }

        foreach (var some in wanted.Except(online).Chunk(MostFilterValues))
        {
            await AddOnlineAsync(some, online, cancellationToken);
        }

        return online;
    }

    /// <summary>Of the whole account: the API takes a tag beside no other filter.</summary>
    public async Task<IReadOnlySet<InstanceId>> LostAsync(CancellationToken cancellationToken)
    {
        var lost = new HashSet<InstanceId>();
        await AddAsync([Filter("PingStatus", "ConnectionLost")], lost, cancellationToken);
        return lost;
    }

    private static InstanceInformationStringFilter Filter(string key, params string[] values)
        => new() { Key = key, Values = [.. values] };

    // One id that is gone may fail a call for a hundred; halving finds it without a call per instance.
    private async Task AddOnlineAsync(
        InstanceId[] ids, HashSet<InstanceId> online, CancellationToken cancellationToken)
    {
        try
        {
            await AddAsync(
                [Filter("InstanceIds", [.. ids.Select(id => id.ToString())]), Filter("PingStatus", "Online")],
                online,
                cancellationToken);
        }
        catch (AmazonServiceException fault) when (SsmFaults.Classify(fault) == SsmFault.InstanceUnknown)
        {
            if (ids.Length > 1)
            {
                await AddOnlineAsync(ids[..(ids.Length / 2)], online, cancellationToken);
                await AddOnlineAsync(ids[(ids.Length / 2)..], online, cancellationToken);
            }
        }
    }

    private async Task AddAsync(
        List<InstanceInformationStringFilter> filters, HashSet<InstanceId> found, CancellationToken cancellationToken)
    {
        var request = new DescribeInstanceInformationRequest { Filters = filters, MaxResults = LargestPage };
        do
        {
            var page = await client.DescribeInstanceInformationAsync(request, cancellationToken);
            foreach (var agent in page.InstanceInformationList ?? [])
            {
                if (InstanceId.TryParse(agent.InstanceId, out var id))
                {
                    found.Add(id);
                }
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
