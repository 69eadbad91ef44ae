using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Events;

/// <summary>
/// The default event bus. Events of EC2 and SSM are delivered best effort and may be lost; what is delivered may come
/// twice and late. Safe for concurrent use.
/// https://docs.aws.amazon.com/eventbridge/latest/ref/event-delivery-level.html
/// </summary>
public sealed class EventBus(LocalAccount account, ChaosOptions chaos, TimeProvider time)
{
    private static readonly ImmutableHashSet<string> BestEffort = ["aws.ec2", "aws.ssm"];

    private readonly SeededDice losses = new(chaos.Seed, "lost events");
    private readonly MessageFaults faults = new(chaos);
    private ImmutableArray<EventRule> rules = [];
    private long published;
    private long lost;

    /// <summary>Events that services handed over, lost ones included.</summary>
    public long Published => Interlocked.Read(ref published);

    /// <summary>Events that no rule ever saw.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>Adds a rule; it sees the events from now on.</summary>
    /// <param name="name">Name of the rule.</param>
    /// <param name="pattern">Event pattern, in JSON.</param>
    /// <param name="target">Gets each event that matches, as a message.</param>
    /// <exception cref="EventPatternException">The pattern is wrong, or uses what is not emulated.</exception>
    public void AddRule(string name, string pattern, SqsQueue target)
    {
        var rule = new EventRule(name, EventPattern.Parse(pattern), target);
        ImmutableInterlocked.Update(ref rules, static (rules, rule) => rules.Add(rule), rule);
    }

    /// <summary>Delivers an event to every rule it matches before it returns; a late one is a delayed message.</summary>
    public void Publish(CloudEvent happened)
    {
        Interlocked.Increment(ref published);
        if (BestEffort.Contains(happened.Source) && losses.Hits(chaos.DroppedEvents))
        {
            Interlocked.Increment(ref lost);
            return;
        }

        var body = BodyOf(happened);
        using var parsed = JsonDocument.Parse(body);
        foreach (var rule in rules)
        {
            if (rule.Pattern.Matches(parsed.RootElement))
            {
                Deliver(body, rule.Target);
            }
        }
    }

    private void Deliver(string body, SqsQueue target)
    {
        foreach (var delay in faults.NextDeliveries())
        {
            target.Send(new OutgoingMessage(body) { Delay = delay });
        }
    }

    // To the second, as EventBridge has it.
    private string BodyOf(CloudEvent happened)
        => new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = happened.DetailType,
            ["source"] = happened.Source,
            ["account"] = account.Id,
            ["time"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = account.Region,
            ["resources"] = new JsonArray([.. happened.Resources.Select(static arn => (JsonNode)arn)]),
            ["detail"] = happened.Detail.DeepClone(),
        }.ToJsonString();
}
