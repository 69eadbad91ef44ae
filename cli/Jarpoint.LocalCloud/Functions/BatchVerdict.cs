using System.Text.Json;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// Which messages of a batch a function's response calls failed. Anything unclear fails the whole batch.
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
/// </summary>
/// <param name="Failed">Ids of the messages that stay in the queue.</param>
/// <param name="Fault">Why the response could not be understood; null when it could.</param>
internal sealed record BatchVerdict(IReadOnlySet<string> Failed, string? Fault = null)
{
    public static BatchVerdict Read(ReadOnlyMemory<byte> response, IReadOnlySet<string> batch)
    {
        try
        {
            using var json = JsonDocument.Parse(response);
            return Read(json.RootElement, batch);
        }
        catch (JsonException)
        {
            return new BatchVerdict(batch, "the response is not JSON");
        }
    }

    private static BatchVerdict Read(JsonElement response, IReadOnlySet<string> batch)
    {
        // No object, no list, null or an empty list: all went well.
        if (response.ValueKind != JsonValueKind.Object
            || !response.TryGetProperty("batchItemFailures", out var failures)
            || failures.ValueKind == JsonValueKind.Null)
        {
            return new BatchVerdict(new HashSet<string>());
        }

        if (failures.ValueKind != JsonValueKind.Array)
        {
            return new BatchVerdict(batch, "batchItemFailures is not a list");
        }

        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var failure in failures.EnumerateArray())
        {
            if (failure.ValueKind != JsonValueKind.Object
                || !failure.TryGetProperty("itemIdentifier", out var id)
                || id.ValueKind != JsonValueKind.String
                || !batch.Contains(id.GetString()!))
            {
                return new BatchVerdict(batch, $"{failure.GetRawText()} names no message of the batch");
            }

            failed.Add(id.GetString()!);
        }

        return new BatchVerdict(failed);
    }
}
