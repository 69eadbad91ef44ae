using System.Text.Json;
using Amazon.Runtime;
using Jarpoint.Catalog.Announcing;
using Jarpoint.Functions.Http;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Announcing;

/// <summary>
/// Puts events onto an event bus. Its SDK is not there, so the one call is signed and read here.
/// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
/// </summary>
internal sealed partial class EventBridgeAnnouncer(
    EventBusOptions options,
    Func<Task<AWSCredentials>> credentials,
    TimeProvider clock,
    ILogger<EventBridgeAnnouncer> logger) : IJarAnnouncer, IDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private readonly SignedCall call = new("events", options.Region, options.Endpoint);
    private readonly HttpClient http = new(new TransientRetryHandler(Sockets.Create(), clock))
    {
        // Each attempt has its own.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task AnnounceAsync(IReadOnlyList<JarEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        foreach (var some in EventEntry.Batches(events.Select(one => EventEntry.Of(one, options))))
        {
            await PutAllAsync(some, cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    // A call can be answered with 200 and still not have taken some of its entries.
    private async Task PutAllAsync(IReadOnlyList<EventEntry> entries, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await PutAsync(entries, cancellationToken);
            var refused = answer.Entries.Zip(entries).Where(static pair => pair.First.ErrorCode is not null).ToList();
            if (refused.Count == 0)
            {
                return;
            }

            var (code, why) = (refused[0].First.ErrorCode, refused[0].First.ErrorMessage);
            if (attempt == Attempts)
            {
                throw Failed($"did not take {refused.Count} of {entries.Count} events: {code} {why}");
            }

            Log.Again(logger, refused.Count, options.Bus, code);
            entries = [.. refused.Select(static pair => pair.Second)];
            await Task.Delay(FirstDelay * Math.Pow(2, attempt - 1), clock, cancellationToken);
        }
    }

    private async Task<PutEventsAnswer> PutAsync(
        IReadOnlyList<EventEntry> entries, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new PutEventsRequest(entries), AnnouncingJson.Default.PutEventsRequest);
        using var request = await call.PostAsync("AWSEvents.PutEvents", body, credentials, clock, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                throw Failed($"answered {(int)response.StatusCode}: {Events.Excerpt.Of(text)}");
            }

            await using var answer = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(
                    answer, AnnouncingJson.Default.PutEventsAnswer, cancellationToken) is { } read
                && read.Entries.Count == entries.Count
                ? read
                : throw Failed("gave an answer that does not fit the request");
        }
        catch (HttpRequestException e)
        {
            throw Failed($"is out of reach ({e.HttpRequestError})", e);
        }
        catch (JsonException e)
        {
            throw Failed("gave an answer that cannot be read", e);
        }
    }

    private NotAnnouncedException Failed(string how, Exception? inner = null)
        => new($"events:PutEvents to {options.Bus} in {options.Region}: EventBridge {how}", inner);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} events are put to {Bus} again: {Code}")]
        public static partial void Again(ILogger logger, int count, string bus, string? code);
    }
}
