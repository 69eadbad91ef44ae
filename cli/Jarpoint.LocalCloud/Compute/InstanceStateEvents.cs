using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Events;

namespace Jarpoint.LocalCloud.Compute;

/// <summary>
/// Tells an event bus of every state an instance enters.
/// https://docs.aws.amazon.com/ec2/latest/userguide/instance-state-changes.html
/// </summary>
public sealed class InstanceStateEvents : IDisposable
{
    private readonly InstanceStore store;
    private readonly EventBus bus;

    public InstanceStateEvents(InstanceStore store, EventBus bus)
    {
        (this.store, this.bus) = (store, bus);
        store.Changed += Publish;
    }

    public void Dispose() => store.Changed -= Publish;

    private void Publish(object? sender, InstanceChangedEventArgs change)
    {
        if (change.Before?.State == change.After.State)
        {
            return;
        }

        bus.Publish(new CloudEvent
        {
            Source = "aws.ec2",
            DetailType = "EC2 Instance State-change Notification",
            Resources = [$"arn:aws:ec2:{store.Account.Region}:{store.Account.Id}:instance/{change.After.Id}"],
            Detail = new JsonObject { ["instance-id"] = change.After.Id, ["state"] = change.After.State.Name() },
        });
    }
}
