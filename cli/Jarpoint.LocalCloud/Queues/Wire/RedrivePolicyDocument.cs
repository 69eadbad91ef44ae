using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>The <c>RedrivePolicy</c> attribute: JSON in a string. The count comes as a number or as text.</summary>
internal sealed record RedrivePolicyDocument(
    [property: JsonPropertyName("deadLetterTargetArn")] string? DeadLetterTargetArn,
    [property: JsonPropertyName("maxReceiveCount")] JsonElement MaxReceiveCount)
{
    public static string Write(RedrivePolicy policy)
        => $$"""
            {"deadLetterTargetArn":"{{policy.DeadLetterTargetArn}}","maxReceiveCount":{{policy.MaxReceiveCount}}}
            """;

    public static RedrivePolicy? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            var document = JsonSerializer.Deserialize(text, SqsJson.Default.RedrivePolicyDocument);
            if (document is { DeadLetterTargetArn: { } target }
                && int.TryParse(
                    document.MaxReceiveCount.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is >= 1 and <= 1000)
            {
                return new RedrivePolicy(target, count);
            }
        }
        catch (JsonException)
        {
            // Answered below like every other wrong value.
        }

        throw SqsErrors.InvalidAttributeValue("RedrivePolicy", text);
    }
}
