using System.Globalization;
using System.Text.Json;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>
/// The bodies of events about commands.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html
/// </summary>
internal sealed class CommandEvents(LocalAccount account, TimeProvider time)
{
    private const string OfInvocation = "EC2 Command Invocation Status-change Notification";
    private const string OfCommand = "EC2 Command Status-change Notification";

    // An event has at most 256 KB; a command by ids has at most this many instances.
    private const int MostResources = 50;

    public SsmEvent Of(Invocation invocation)
    {
        var command = invocation.Command;
        var status = invocation.State.Status();
        var detail = new InvocationDetail(
            command.Id, command.Draft.DocumentName, invocation.InstanceId, Moment(command.RequestedAt), status);
        var body = JsonSerializer.Serialize(
            Envelope(OfInvocation, [invocation.InstanceId], detail), EventJson.Default.EventBodyInvocationDetail);
        return new SsmEvent(OfInvocation, command.Id, invocation.InstanceId, status, body);
    }

    public SsmEvent Of(Command command)
    {
        var detail = new CommandDetail(
            command.Id,
            command.Draft.DocumentName,
            Moment(command.ExpiresAfter),
            command.Draft.Parameters,
            Moment(command.RequestedAt),
            command.Status);
        var resources = command.Invocations.Take(MostResources).Select(static invocation => invocation.InstanceId);
        var body = JsonSerializer.Serialize(
            Envelope(OfCommand, resources, detail), EventJson.Default.EventBodyCommandDetail);
        return new SsmEvent(OfCommand, command.Id, null, command.Status, body);
    }

    private EventBody<T> Envelope<T>(string type, IEnumerable<string> instances, T detail)
        => new(
            "0",
            Guid.NewGuid().ToString(),
            type,
            "aws.ssm",
            account.Id,
            time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            account.Region,
            [.. instances.Select(id => $"arn:aws:ec2:{account.Region}:{account.Id}:instance/{id}")],
            detail);

    private static string Moment(DateTimeOffset at)
        => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
