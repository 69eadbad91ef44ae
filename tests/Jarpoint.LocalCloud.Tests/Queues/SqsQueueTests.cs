using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Tests.Queues;

public sealed class SqsQueueTests
{
    [Fact]
    public async Task A_received_message_is_out_of_sight_for_the_visibility_timeout_and_then_back()
    {
        using var fixture = new QueueFixture(new QueueSettings { VisibilityTimeout = TimeSpan.FromSeconds(30) });
        var id = fixture.Send("a");
        var first = await fixture.ReceiveOneAsync();

        fixture.Advance(29.999);
        (await fixture.ReceiveAsync()).ShouldBeEmpty();
        fixture.Queue.Counts.ShouldBe(new QueueCounts(Visible: 0, InFlight: 1, Delayed: 0));

        fixture.Advance(0.001);
        fixture.Queue.Counts.ShouldBe(new QueueCounts(Visible: 1, InFlight: 0, Delayed: 0));
        var second = await fixture.ReceiveOneAsync();
        second.Id.ShouldBe(id);
        second.ReceiveCount.ShouldBe(2);
        second.ReceiptHandle.ShouldNotBe(first.ReceiptHandle);
        second.FirstReceivedAt.ShouldBe(first.FirstReceivedAt);
    }

    [Fact]
    public async Task A_delayed_message_is_counted_as_delayed_and_becomes_visible_when_due()
    {
        using var fixture = new QueueFixture();
        fixture.Send("late", delay: 5);
        fixture.Send("now");

        (await fixture.ReceiveAsync(maximum: 10)).ShouldHaveSingleItem().Body.ShouldBe("now");
        fixture.Queue.Counts.ShouldBe(new QueueCounts(Visible: 0, InFlight: 1, Delayed: 1));

        fixture.Advance(5);
        (await fixture.ReceiveAsync(maximum: 10)).ShouldHaveSingleItem().Body.ShouldBe("late");
    }

    [Fact]
    public async Task The_delay_of_the_queue_holds_unless_the_message_says_otherwise()
    {
        using var fixture = new QueueFixture(new QueueSettings { Delay = TimeSpan.FromSeconds(9) });
        fixture.Send("of the queue");
        fixture.Send("of its own", delay: 0);

        (await fixture.ReceiveAsync(maximum: 10)).ShouldHaveSingleItem().Body.ShouldBe("of its own");
    }

    [Fact]
    public async Task A_receive_returns_at_most_what_was_asked_in_order_of_arrival()
    {
        using var fixture = new QueueFixture();
        foreach (var body in (string[])["1", "2", "3", "4"])
        {
            fixture.Send(body);
        }

        (await fixture.ReceiveAsync(maximum: 3)).Select(message => message.Body).ShouldBe(["1", "2", "3"]);
        (await fixture.ReceiveAsync(maximum: 3)).Select(message => message.Body).ShouldBe(["4"]);
    }

    [Fact]
    public async Task Deleting_with_the_latest_handle_removes_the_message_for_good()
    {
        using var fixture = new QueueFixture();
        fixture.Send("a");
        var message = await fixture.ReceiveOneAsync();

        fixture.Queue.Delete(message.ReceiptHandle).ShouldBeTrue();
        fixture.Advance(3600);

        fixture.Queue.Counts.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Deleting_with_the_handle_of_an_older_receive_is_no_error_and_removes_nothing()
    {
        using var fixture = new QueueFixture();
        fixture.Send("a");
        var first = await fixture.ReceiveOneAsync(visibility: 1);
        fixture.Advance(1);
        await fixture.ReceiveOneAsync();

        fixture.Queue.Delete(first.ReceiptHandle).ShouldBeTrue();

        fixture.Queue.Counts.InFlight.ShouldBe(1);
    }

    [Fact]
    public async Task A_handle_still_deletes_after_its_visibility_ran_out_while_nobody_else_received()
    {
        using var fixture = new QueueFixture();
        fixture.Send("a");
        var message = await fixture.ReceiveOneAsync(visibility: 1);
        fixture.Advance(1);

        fixture.Queue.Delete(message.ReceiptHandle);

        (await fixture.ReceiveAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bm8gY29sb24")]
    public void A_handle_that_was_never_given_out_is_refused(string handle)
    {
        using var fixture = new QueueFixture();
        fixture.Queue.Delete(handle).ShouldBeFalse();
        fixture.Queue.ChangeVisibility(handle, TimeSpan.Zero).ShouldBe(VisibilityOutcome.InvalidHandle);
    }

    [Fact]
    public async Task Changing_visibility_restarts_the_timeout_from_now()
    {
        using var fixture = new QueueFixture();
        fixture.Send("a");
        var message = await fixture.ReceiveOneAsync(visibility: 30);
        fixture.Advance(20);

        fixture.Queue.ChangeVisibility(message.ReceiptHandle, TimeSpan.FromSeconds(30))
            .ShouldBe(VisibilityOutcome.Changed);

        fixture.Advance(29);
        (await fixture.ReceiveAsync()).ShouldBeEmpty();
        fixture.Advance(1);
        (await fixture.ReceiveAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Changing_visibility_to_zero_gives_the_message_back_at_once()
    {
        using var fixture = new QueueFixture();
        fixture.Send("a");
        var message = await fixture.ReceiveOneAsync();

        fixture.Queue.ChangeVisibility(message.ReceiptHandle, TimeSpan.Zero).ShouldBe(VisibilityOutcome.Changed);

        fixture.Queue.Counts.Visible.ShouldBe(1);
        fixture.Queue.ChangeVisibility(message.ReceiptHandle, TimeSpan.Zero).ShouldBe(VisibilityOutcome.NotInFlight);
    }

    [Fact]
    public async Task A_long_poll_ends_as_soon_as_a_message_arrives()
    {
        using var fixture = new QueueFixture();
        var poll = fixture.ReceiveAsync(wait: 20);
        poll.IsCompleted.ShouldBeFalse();

        fixture.Send("a");

        (await poll).ShouldHaveSingleItem().Body.ShouldBe("a");
    }

    [Fact]
    public async Task A_long_poll_ends_when_a_delayed_message_becomes_due()
    {
        using var fixture = new QueueFixture();
        fixture.Send("a", delay: 7);
        var poll = fixture.ReceiveAsync(wait: 20);

        fixture.Advance(7);

        (await poll).ShouldHaveSingleItem().Body.ShouldBe("a");
    }

    [Fact]
    public async Task A_long_poll_without_a_message_ends_empty_after_the_wait()
    {
        using var fixture = new QueueFixture(new QueueSettings { ReceiveWait = TimeSpan.FromSeconds(20) });
        var poll = fixture.ReceiveAsync();
        fixture.Advance(19);
        poll.IsCompleted.ShouldBeFalse();

        fixture.Advance(1);

        (await poll).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_waiting_receiver_gets_a_message_of_its_own()
    {
        using var fixture = new QueueFixture();
        var polls = Enumerable.Range(0, 5).Select(_ => fixture.ReceiveAsync(wait: 20)).ToArray();

        for (var i = 0; i < polls.Length; i++)
        {
            fixture.Send($"{i}");
        }

        var bodies = (await Task.WhenAll(polls)).SelectMany(messages => messages).Select(message => message.Body);
        bodies.ShouldBe(["0", "1", "2", "3", "4"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_cancelled_long_poll_takes_no_message_with_it()
    {
        using var fixture = new QueueFixture();
        using var cancellation = new CancellationTokenSource();
        var poll = fixture.Queue.ReceiveAsync(
            new ReceiveOptions { Wait = TimeSpan.FromSeconds(20) }, cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(poll);
        fixture.Send("a");
        fixture.Queue.Counts.Visible.ShouldBe(1);
    }

    [Fact]
    public async Task Messages_older_than_the_retention_are_dropped_wherever_they_stand()
    {
        using var fixture = new QueueFixture(new QueueSettings { Retention = TimeSpan.FromSeconds(60) });
        fixture.Send("in flight");
        await fixture.ReceiveOneAsync(visibility: 3600);
        fixture.Send("visible");
        fixture.Send("delayed", delay: 900);
        fixture.Advance(30);
        fixture.Send("young");

        fixture.Advance(30);

        fixture.Queue.Peek().ShouldHaveSingleItem().Body.ShouldBe("young");
        fixture.Queue.Counts.ShouldBe(new QueueCounts(Visible: 1, InFlight: 0, Delayed: 0));
    }

    [Fact]
    public async Task A_purge_removes_messages_in_every_standing()
    {
        using var fixture = new QueueFixture();
        fixture.Send("a");
        await fixture.ReceiveOneAsync();
        fixture.Send("b");
        fixture.Send("c", delay: 9);

        fixture.Queue.Purge();
        fixture.Advance(3600);

        fixture.Queue.Counts.Total.ShouldBe(0);
        fixture.Queue.Sent.ShouldBe(3);
    }
}
