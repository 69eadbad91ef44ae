using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Tests.Functions;

public sealed class EventSourceMappingTests
{
    [Fact]
    public async Task A_batch_that_succeeds_is_deleted()
    {
        await using var fixture = new FunctionFixture();
        fixture.Send("a", "b", "c");
        fixture.Start();

        await fixture.EmptiesAsync();

        await fixture.HoldsAsync(() => fixture.Mapping == new MappingStatistics("jars", Batches: 1, Done: 3));
        fixture.DeadLetters.Counts.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_messages_that_a_function_names_come_back()
    {
        await using var fixture = new FunctionFixture();
        fixture.Send("good", "poison", "good");
        fixture.Start();

        await fixture.EmptiesAsync();

        fixture.DeadLetters.Peek().ShouldHaveSingleItem().Body.ShouldBe("poison");
        await fixture.HoldsAsync(() => fixture.Mapping == new MappingStatistics("jars", Batches: 3, Done: 2, Failed: 3));
        fixture.Function.Statistics.Errors.ShouldBe(0);
    }

    [Fact]
    public async Task An_error_sends_the_whole_batch_back_and_keeps_the_process()
    {
        await using var fixture = new FunctionFixture();
        fixture.Send("good", "error");
        fixture.Start();

        await fixture.EmptiesAsync();

        fixture.DeadLetters.Peek().Select(message => message.Body).ShouldBe(["good", "error"], ignoreOrder: true);
        fixture.DeadLetters.Peek().ShouldAllBe(message => message.ReceiveCount == 3);
        fixture.Function.Statistics.Errors.ShouldBe(3);
        fixture.Function.Statistics.ColdStarts.ShouldBe(1);
    }

    [Fact]
    public async Task One_process_serves_invocations_that_follow_each_other()
    {
        await using var fixture = new FunctionFixture();
        fixture.Start();
        for (var i = 1; i <= 5; i++)
        {
            fixture.Send($"{i}");
            await fixture.EmptiesAsync();
            await fixture.HoldsAsync(() => fixture.Function.Statistics.Running == 0);
        }

        await fixture.HoldsAsync(() => fixture.Invoked.Length == 5);
        fixture.Invoked.Distinct().ShouldHaveSingleItem();
        fixture.Function.Statistics.ColdStarts.ShouldBe(1);
    }

    [Fact]
    public async Task Processes_grow_to_the_maximum_concurrency_and_not_beyond()
    {
        await using var gate = await Gate.OpenAsync();
        await using var fixture = new FunctionFixture(gate: gate.Address);
        fixture.Send(Enumerable.Repeat("gate", 7));
        fixture.Start(batchSize: 1, maximumConcurrency: 3);

        await fixture.HoldsAsync(() => gate.Waiting == 3);
        fixture.Queue.Counts.ShouldBe(new QueueCounts(Visible: 4, InFlight: 3, Delayed: 0));
        gate.Release();
        await fixture.EmptiesAsync();

        gate.Peak.ShouldBe(3);
        fixture.Function.Statistics.Peak.ShouldBe(3);
        fixture.Function.Statistics.ColdStarts.ShouldBe(3);
        fixture.Function.Statistics.Invocations.ShouldBe(7);
    }

    [Fact]
    public async Task A_process_that_is_killed_in_an_invocation_loses_no_message()
    {
        await using var fixture = new FunctionFixture(new ChaosOptions { KilledFunctions = 1 });
        fixture.Send("hang");
        fixture.Start();

        await fixture.EmptiesAsync();

        fixture.DeadLetters.Peek().ShouldHaveSingleItem().Body.ShouldBe("hang");
        fixture.Function.Statistics.Kills.ShouldBe(3);
        fixture.Function.Statistics.ColdStarts.ShouldBe(3);
        fixture.Log.Lines.ShouldContain(line => line.Text.Contains("signal: 9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_retry_delay_a_failed_message_waits_for_its_visibility_timeout()
    {
        await using var fixture = new FunctionFixture();
        fixture.Send("error");
        await using var mapping = new EventSourceMapping(
            fixture.Queue,
            fixture.Function,
            new EventSourceMappingDefinition(),
            fixture.Log,
            "us-east-1",
            TimeProvider.System);

        await fixture.HoldsAsync(() => mapping.Statistics.Failed == 1);

        fixture.Queue.Counts.ShouldBe(new QueueCounts(Visible: 0, InFlight: 1, Delayed: 0));
    }

    [Fact]
    public async Task A_visibility_timeout_shorter_than_the_function_timeout_is_refused()
    {
        await using var fixture = new FunctionFixture(timeout: 61);

        Should.Throw<ArgumentException>(() => fixture.Start()).Message.ShouldContain(
            "60 seconds of jars is less than function timeout: 61 seconds");
    }

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(11, 0, 2)]
    [InlineData(10_001, 1, 2)]
    [InlineData(10, 301, 2)]
    [InlineData(10, 0, 1)]
    [InlineData(10, 0, 1001)]
    public void Values_that_lambda_refuses_are_refused(int batchSize, int window, int concurrency)
        => Should.Throw<ArgumentException>(new EventSourceMappingDefinition
        {
            BatchSize = batchSize,
            BatchingWindow = TimeSpan.FromSeconds(window),
            MaximumConcurrency = concurrency,
        }.Verify);
}
