using Amazon.Runtime;
using Jarpoint.Catalog.Announcing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Functions.Announcing;
using Jarpoint.LocalCloud.Chaos;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jarpoint.LocalCloud.Tests.Events;

/// <summary>The functions' adapter against EventBridge's protocol.</summary>
public sealed class EventBridgeAnnouncerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Events_arrive_in_their_order_ten_a_call_at_most()
    {
        await using var server = await EventBridgeServer.StartAsync();
        await AnnounceAsync(server.Address, 25);

        server.Heard.Select(static heard => heard["detail"]!["id"]!.ToString())
            .ShouldBe(Enumerable.Range(1, 25).Select(static number => $"7-{number}"));
        var first = server.Heard[0];
        first["source"]!.ToString().ShouldBe("jarpoint");
        first["detail-type"]!.ToString().ShouldBe("Jar Rejected");
        first["resources"]![0]!.ToString().ShouldBe("arn:aws:s3:::spark-jars");
        first["detail"]!["bucket"]!.ToString().ShouldBe("spark-jars");
        first["detail"]!["fact"]!["key"]!.ToString().ShouldBe("jars/1.jar");
    }

    [Fact]
    public async Task Entries_that_were_throttled_are_put_again_and_the_others_are_not()
    {
        await using var server = await EventBridgeServer.StartAsync(new ChaosOptions { Seed = 3, Throttled = 0.2 });
        await AnnounceAsync(server.Address, 20);

        server.Heard.Select(static heard => heard["detail"]!["id"]!.ToString())
            .ShouldBe(Enumerable.Range(1, 20).Select(static number => $"7-{number}"), ignoreOrder: true);
    }

    [Fact]
    public async Task Events_as_long_as_keys_and_details_can_be_fit_into_their_calls()
    {
        await using var server = await EventBridgeServer.StartAsync();
        await AnnounceAsync(server.Address, 20, new string('d', 60_000));

        server.Heard.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_bus_that_does_not_exist_is_named()
    {
        await using var server = await EventBridgeServer.StartAsync();
        var failed = await Should.ThrowAsync<NotAnnouncedException>(AnnounceAsync(server.Address, 1, bus: "nowhere"));

        failed.Message.ShouldContain("nowhere");
        failed.Message.ShouldContain("ResourceNotFoundException");
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said()
    {
        string address;
        await using (var server = await EventBridgeServer.StartAsync())
        {
            address = server.Address;
        }

        (await Should.ThrowAsync<NotAnnouncedException>(AnnounceAsync(address, 1))).Message.ShouldContain("out of reach");
    }

    private static async Task AnnounceAsync(string address, int events, string detail = "Empty.", string bus = "default")
    {
        using var announcer = new EventBridgeAnnouncer(
            new EventBusOptions(bus, "spark-jars", "eu-west-1", address),
            static () => Task.FromResult<AWSCredentials>(new BasicAWSCredentials("local", "local")),
            TimeProvider.System,
            NullLogger<EventBridgeAnnouncer>.Instance);
        await announcer.AnnounceAsync(
            [.. Enumerable.Range(1, events).Select(number => Rejected(number, detail))],
            TestContext.Current.CancellationToken);
    }

    private static JarEvent Rejected(int number, string detail) => new(
        JarEventKind.Rejected,
        7,
        number,
        new CatalogFact
        {
            Kind = FactKind.Rejected,
            Key = $"jars/{number}.jar",
            At = Noon,
            Rejection = new Rejection(Jars.RejectionReason.Empty, detail),
        },
        null);
}
