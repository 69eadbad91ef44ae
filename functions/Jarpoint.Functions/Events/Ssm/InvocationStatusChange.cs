using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jarpoint.Functions.Commands;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Functions.Events.Ssm;

/// <summary>
/// SSM tells how a command stands on one node; best effort. Only <c>detail</c> is read: the instance in
/// <c>resources</c> of AWS's own sample is another one.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html
/// </summary>
internal static partial class InvocationStatusChange
{
    public const string Source = "aws.ssm";
    public const string DetailType = "EC2 Command Invocation Status-change Notification";

    public static BridgedEvent Read(JsonElement root)
    {
        root.TryGetProperty("detail", out var detail);
        var command = JsonText.Of(detail, "command-id");
        var instance = JsonText.Of(detail, "instance-id");
        var document = JsonText.Of(detail, "document-name");
        var requested = JsonText.Of(detail, "requested-date-time");
        var status = JsonText.Of(detail, "status");
        if (!Guid.TryParseExact(command, "D", out _))
        {
            return Malformed("command-id", command);
        }

        if (!InstanceId.TryParse(instance, out var id))
        {
            return Malformed("instance-id", instance);
        }

        if (document is null || DocumentName().Match(document) is not { Success: true } name)
        {
            return Malformed("document-name", document);
        }

        if (!DateTimeOffset.TryParse(
            requested, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var requestedAt))
        {
            return Malformed("requested-date-time", requested);
        }

        return status is { Length: > 0 }
            ? new BridgedEvent.Invocation(new InvocationReport(
                command, id, name.Groups["name"].Value, requestedAt.ToUniversalTime(), SsmStatus.Of(status)))
            : Malformed("status", status);
    }

    private static BridgedEvent.Malformed Malformed(string member, string? value)
        => new($"an SSM invocation whose detail.{member} is {Excerpt.Of(value)}");

    /// <summary>A document's name, or its ARN, which ends in it.</summary>
    [GeneratedRegex(
        @"\A(?:arn:[a-z-]+:ssm:[a-z0-9-]+:[0-9]{12}:document/)?(?<name>[A-Za-z0-9_.-]{3,128})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DocumentName();
}
