using System.Text.RegularExpressions;
using Jarpoint.Functions.Announcing;

namespace Jarpoint.Functions.Options;

/// <summary>Reads which event bus hears of jars.</summary>
internal static partial class EventBusOptionsBinder
{
    /// <returns>Null when nobody is to hear.</returns>
    public static EventBusOptions? Bind(OptionsReader reader, CatalogOptions catalog)
        => reader.Matching(OptionNames.EventBus, string.Empty, Shape(), "the name or the ARN of an event bus")
            is { Length: > 0 } bus
            ? new EventBusOptions(
                bus,
                catalog.Bucket,
                reader.Required(OptionNames.Region),
                reader.Text(OptionNames.EventBridgeEndpoint) ?? reader.Text(OptionNames.AwsEndpoint))
            : null;

    // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
    [GeneratedRegex(@"^(arn:aws[\w-]*:events:[a-z]+-[\w-]+:[0-9]{12}:event-bus/)?[/.\-_A-Za-z0-9]{1,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
