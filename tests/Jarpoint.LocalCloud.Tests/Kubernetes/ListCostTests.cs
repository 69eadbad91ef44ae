using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster;
using Jarpoint.LocalCloud.Kubernetes;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

/// <summary>What a list of a large fleet costs over the wire. Alone, since the heap is one for all tests.</summary>
[Collection(nameof(Alone))]
public sealed class ListCostTests
{
    private const int PageSize = 500;

    [Theory]
    [InlineData(500)]
    [InlineData(5_000)]
    public async Task The_heap_does_not_grow_with_the_pages_that_were_read(int count)
    {
        await using var api = await KubernetesFixture.StartAsync(static access => access with
        {
            Secrets = new Dictionary<string, string> { [AdapterOfCluster.AccessKey] = AdapterOfCluster.SecretKey },
        });
        var size = AddNodes(api, count);
        using var nodes = AdapterOfCluster.Of(api);

        await ReadAsync(api, nodes, 0);
        var began = TimeProvider.System.GetTimestamp();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        await ReadAsync(api, nodes, 0);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var took = TimeProvider.System.GetElapsedTime(began);
        var growth = await ReadAsync(api, nodes, PageSize);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count:N0} nodes, {size / 1024:N0} KiB of JSON, {(count + PageSize - 1) / PageSize} pages: "
            + $"{took.TotalMilliseconds:N0} ms, {allocated / 1024:N0} KiB allocated by client and server, "
            + $"{growth / 1024:N0} KiB more live on the last page than on the first");

        // The names that were given out are kept: some 100 bytes each. A page of whole nodes is 5 MB.
        growth.ShouldBeLessThan(2 << 20);
    }

    /// <summary>Reads all, and tells how much more is live on the last page than on the first.</summary>
    private static async Task<long> ReadAsync(
        KubernetesFixture api, KubernetesNodes nodes, int every)
    {
        var (read, first, last) = (0, 0L, 0L);
        await foreach (var node in nodes.ListAsync(TestContext.Current.CancellationToken))
        {
            node.Pool.ShouldBe("spark");
            if (every > 0 && read % every == every / 2)
            {
                last = GC.GetTotalMemory(forceFullCollection: true);
                first = first == 0 ? last : first;
            }

            read++;
        }

        read.ShouldBe(api.Store.Count(ResourceKind.Nodes));
        return last - first;
    }

    private static long AddNodes(KubernetesFixture api, int count)
    {
        var size = 0L;
        for (var i = 0; i < count; i++)
        {
            var images = new JsonArray();
            for (var n = 0; n < 50; n++)
            {
                images.Add((JsonNode)new JsonObject
                {
                    ["names"] = new JsonArray(new string('i', 180)),
                    ["sizeBytes"] = 1,
                });
            }

            size += api.Store.Create(ResourceKind.Nodes, new JsonObject
            {
                ["metadata"] = new JsonObject
                {
                    ["name"] = $"ip-10-0-{i / 256}-{i % 256}.eu-west-1.compute.internal",
                    ["labels"] = new JsonObject { ["karpenter.sh/nodepool"] = "spark" },
                },
                ["spec"] = new JsonObject { ["providerID"] = $"aws:///eu-west-1a/i-{i:x17}" },
                ["status"] = new JsonObject { ["images"] = images },
            }).Document().ToJsonString().Length;
        }

        return size;
    }
}

/// <summary>Tests that nothing else runs beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
