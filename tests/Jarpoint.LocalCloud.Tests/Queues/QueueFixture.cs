using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Queues;

/// <summary>A queue and its dead-letter queue on a clock that the test moves.</summary>
internal sealed class QueueFixture : IDisposable
{
    public QueueFixture(QueueSettings? settings = null)
    {
        Service = new QueueService(new LocalAccount(), Time);
        DeadLetters = Service.Create("jars-dlq", new QueueSettings());
        Queue = Service.Create("jars", settings ?? new QueueSettings());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public QueueService Service { get; }

    public SqsQueue Queue { get; }

    public SqsQueue DeadLetters { get; }

    public void Advance(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public string Send(string body, double? delay = null)
        => Queue.Send(new OutgoingMessage(body)
        {
            Delay = delay is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        });

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        int maximum = 1, double? wait = null, double? visibility = null)
        => await Queue.ReceiveAsync(
            new ReceiveOptions
            {
                Maximum = maximum,
                Wait = wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Visibility = visibility is { } hidden ? TimeSpan.FromSeconds(hidden) : null,
            },
            TestContext.Current.CancellationToken);

    public async Task<QueueMessage> ReceiveOneAsync(double? visibility = null)
        => (await ReceiveAsync(visibility: visibility)).ShouldHaveSingleItem();

    public void Dispose() => Service.Dispose();
}
