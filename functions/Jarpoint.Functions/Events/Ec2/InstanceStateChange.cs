using System.Text.Json;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Functions.Events.Ec2;

/// <summary>
/// EC2 tells that an instance is in another state; best effort, and without the instance's tags.
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instance-state-changes.html
/// </summary>
internal static class InstanceStateChange
{
    public const string Source = "aws.ec2";
    public const string DetailType = "EC2 Instance State-change Notification";

    /// <summary>The one state that has consequences here.</summary>
    public const string Running = "running";

    public static BridgedEvent Read(JsonElement root)
    {
        root.TryGetProperty("detail", out var detail);
        var text = JsonText.Of(detail, "instance-id");
        return JsonText.Of(detail, "state") is not { Length: > 0 } state
            ? new BridgedEvent.Malformed("an EC2 state change without detail.state")
            : InstanceId.TryParse(text, out var id)
                ? new BridgedEvent.Instance(id, state)
                : new BridgedEvent.Malformed($"an EC2 state change whose detail.instance-id is {Excerpt.Of(text)}");
    }
}
