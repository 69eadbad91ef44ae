using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Tests.Queues;

public sealed class RedriveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_message_is_received_max_receive_count_times_and_then_found_in_the_dead_letter_queue(int most)
    {
        using var fixture = WithRedrive(most);
        var id = fixture.Send("poison");
        var sentAt = fixture.Time.GetUtcNow();
        for (var receive = 1; receive <= most; receive++)
        {
            (await fixture.ReceiveOneAsync(visibility: 1)).ReceiveCount.ShouldBe(receive);
            fixture.Advance(1);
        }

        (await fixture.ReceiveAsync()).ShouldBeEmpty();

        fixture.Queue.Counts.Total.ShouldBe(0);
        var dead = fixture.DeadLetters.Peek().ShouldHaveSingleItem();
        dead.Id.ShouldBe(id);
        dead.Body.ShouldBe("poison");
        dead.SentAt.ShouldBe(sentAt);
        dead.DeadLetterSourceArn.ShouldBe(fixture.Queue.Arn);
    }

    [Fact]
    public async Task A_message_on_its_way_to_the_dead_letter_queue_is_never_in_neither()
    {
        using var fixture = WithRedrive(1);
        fixture.Send("poison");
        await fixture.ReceiveOneAsync(visibility: 1);
        var least = 1;
        fixture.Queue.Changed += (_, _) =>
            least = Math.Min(least, fixture.Queue.Counts.Total + fixture.DeadLetters.Counts.Total);
        fixture.Advance(1);

        (await fixture.ReceiveAsync()).ShouldBeEmpty();

        least.ShouldBe(1);
        fixture.DeadLetters.Counts.Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_dead_letter_does_not_hold_up_the_messages_behind_it()
    {
        using var fixture = WithRedrive(1);
        fixture.Send("poison");
        await fixture.ReceiveOneAsync(visibility: 1);
        fixture.Advance(1);
        fixture.Send("good");

        (await fixture.ReceiveAsync(maximum: 10)).ShouldHaveSingleItem().Body.ShouldBe("good");
        fixture.DeadLetters.Counts.Visible.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_poll_on_the_dead_letter_queue_sees_a_message_arrive()
    {
        using var fixture = WithRedrive(1);
        var poll = fixture.DeadLetters.ReceiveAsync(
            new ReceiveOptions { Wait = TimeSpan.FromSeconds(20) }, TestContext.Current.CancellationToken);
        fixture.Send("poison");
        await fixture.ReceiveOneAsync(visibility: 0);

        await fixture.ReceiveAsync();

        (await poll).ShouldHaveSingleItem().Body.ShouldBe("poison");
    }

    [Fact]
    public async Task Without_its_dead_letter_queue_a_message_is_delivered_on()
    {
        using var fixture = WithRedrive(1);
        fixture.Service.Delete(fixture.DeadLetters);
        fixture.Send("poison");
        await fixture.ReceiveOneAsync(visibility: 0);

        (await fixture.ReceiveOneAsync()).ReceiveCount.ShouldBe(2);
    }

    private static QueueFixture WithRedrive(int most)
    {
        var fixture = new QueueFixture();
        fixture.Queue.Settings = new QueueSettings { Redrive = new RedrivePolicy(fixture.DeadLetters.Arn, most) };
        return fixture;
    }
}
