using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Functions.Commands;

/// <summary>
/// Every agent of the account that is online, from DescribeInstanceProperties: it knows pages of 1,000 where
/// DescribeInstanceInformation has 50, but no filter by tag, and 40 values a filter.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceProperties.html</remarks>
internal sealed class SsmCensus(IAmazonSimpleSystemsManagement client)
{
    private const int LargestPage = 1000;

    /// <summary>Those of <paramref name="ids"/> that are online, as far as so many pages tell.</summary>
    /// <returns>Whether that is all: who is not found then is not online.</returns>
    public async Task<bool> AddOnlineAsync(
        IReadOnlySet<InstanceId> ids, int mostPages, HashSet<InstanceId> online, CancellationToken cancellationToken)
    {
        var request = new DescribeInstancePropertiesRequest
        {
            InstancePropertyFilterList = [Filter("PingStatus", "Online"), Filter("ResourceType", "EC2Instance")],
            MaxResults = LargestPage,
        };
        for (var page = 0; page < mostPages; page++)
        {
            var answer = await client.DescribeInstancePropertiesAsync(request, cancellationToken);
            online.UnionWith((answer.InstanceProperties ?? [])
                .Select(agent => InstanceId.TryParse(agent.InstanceId, out var id) ? id : null)
                .OfType<InstanceId>()
                .Where(ids.Contains));
            request.NextToken = answer.NextToken;
            if (string.IsNullOrEmpty(request.NextToken) || online.Count == ids.Count)
            {
                return true;
            }
        }

        return false;
    }

    private static InstancePropertyFilter Filter(string key, string value) => new() { Key = key, ValueSet = [value] };
}
