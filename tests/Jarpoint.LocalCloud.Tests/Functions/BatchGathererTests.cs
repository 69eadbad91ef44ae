using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.Tests.Queues;

namespace Jarpoint.LocalCloud.Tests.Functions;

public sealed class BatchGathererTests : IDisposable
{
    private readonly QueueFixture fixture = new();

    [Fact]
    public async Task Without_a_window_a_batch_is_what_is_there()
    {
        Send(3);

        (await GatherAsync(batchSize: 10, window: 0)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_full_batch_does_not_wait_for_its_window()
    {
        Send(30);

        (await GatherAsync(batchSize: 25, window: 5)).Count.ShouldBe(25);

        fixture.Queue.Counts.Visible.ShouldBe(5);
    }

    [Fact]
    public async Task The_window_opens_with_the_first_message_and_takes_what_comes_until_it_closes()
    {
        var batch = GatherAsync(batchSize: 10, window: 5);
        fixture.Advance(19);
        batch.IsCompleted.ShouldBeFalse();

        Send(1);
        await InFlightAsync(1);
        fixture.Advance(4);
        Send(1);
        await InFlightAsync(2);
        batch.IsCompleted.ShouldBeFalse();
        fixture.Advance(1);

        (await batch).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Gathering_outlasts_any_number_of_empty_polls()
    {
        var batch = GatherAsync(batchSize: 10, window: 0);
        for (var i = 0; i < 5; i++)
        {
            fixture.Advance(20);
        }

        batch.IsCompleted.ShouldBeFalse();
        Send(1);

        (await batch).ShouldHaveSingleItem();
    }

    public void Dispose() => fixture.Dispose();

    private void Send(int count)
    {
        for (var i = 0; i < count; i++)
        {
            fixture.Send("a");
        }
    }

    private Task InFlightAsync(int count)
        => Eventually.HoldsAsync(() => fixture.Queue.Counts.InFlight == count, () => $"{fixture.Queue.Counts}");

    private Task<IReadOnlyList<QueueMessage>> GatherAsync(int batchSize, double window)
        => new BatchGatherer(
            fixture.Queue,
            new EventSourceMappingDefinition { BatchSize = batchSize, BatchingWindow = TimeSpan.FromSeconds(window) },
            fixture.Time).GatherAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
}
