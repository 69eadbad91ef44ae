using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Jarpoint.Functions.Runtime;

/// <summary>
/// The runtime's side of the Lambda Runtime API, version 2018-06-01.
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
internal sealed class RuntimeApiClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    private readonly HttpClient http;

    /// <param name="address">Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> gives them.</param>
    public RuntimeApiClient(string address)
    {
        // Lambda freezes the process between invocations: `next` may stay open for hours, and an idle connection is
        // not an old one. Proxies, cookies and redirects have no place on this loopback hop.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        };
        http = new HttpClient(handler)
        {
            BaseAddress = new Uri($"http://{address}/2018-06-01/runtime/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Waits for the next event, without a time limit.</summary>
    /// <exception cref="RuntimeApiException">The Runtime API is out of reach or breaks its protocol.</exception>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Once headers are here the event is ours: a stop must not tear it up half read.
            using var response = await http.GetAsync(
                Relative("invocation/next"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? new Invocation(
                    Header(response, RuntimeApiHeaders.RequestId)
                        ?? throw new RuntimeApiException($"next came without {RuntimeApiHeaders.RequestId}"),
                    await response.Content.ReadAsByteArrayAsync(CancellationToken.None),
                    Deadline(response),
                    Header(response, RuntimeApiHeaders.TraceId),
                    Header(response, RuntimeApiHeaders.FunctionArn))
                : throw new RuntimeApiException($"next answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            throw new RuntimeApiException($"next failed: {e.Message}", e);
        }
    }

    /// <summary>Hands over the result of an invocation.</summary>
    public Task<Delivery> RespondAsync(string requestId, ReadOnlyMemory<byte> payload)
        => PostAsync($"invocation/{requestId}/response", payload, Json, errorType: null);

    /// <summary>Reports that an invocation failed.</summary>
    public Task<Delivery> ReportErrorAsync(string requestId, InvocationError error)
        => PostAsync($"invocation/{requestId}/error", error.ToJson(), ErrorJson, error.ErrorType);

    /// <summary>Reports that the function could not start. The process exits non-zero afterwards.</summary>
    public Task<Delivery> ReportInitErrorAsync(InvocationError error)
        => PostAsync("init/error", error.ToJson(), ErrorJson, error.ErrorType);

    public void Dispose() => http.Dispose();

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 } value
            ? value
            : null;

    private static DateTimeOffset? Deadline(HttpResponseMessage response)
        => long.TryParse(
            Header(response, RuntimeApiHeaders.DeadlineMs), NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;

    private async Task<Delivery> PostAsync(
        string path, ReadOnlyMemory<byte> payload, MediaTypeHeaderValue contentType, string? errorType)
    {
        using var content = new ReadOnlyMemoryContent(payload);
        content.Headers.ContentType = contentType;
        using var request = new HttpRequestMessage(HttpMethod.Post, Relative(path)) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation(RuntimeApiHeaders.FunctionErrorType, errorType);
        }

        try
        {
            using var response = await http.SendAsync(request);
            return response.StatusCode switch
            {
                HttpStatusCode.Accepted => Delivery.Accepted,
                HttpStatusCode.RequestEntityTooLarge => Delivery.TooLarge,
                HttpStatusCode.BadRequest or HttpStatusCode.Forbidden => Delivery.Refused,
                var other => throw new RuntimeApiException($"{path} answered {(int)other}"),
            };
        }
        catch (HttpRequestException e)
        {
            throw new RuntimeApiException($"{path} failed: {e.Message}", e);
        }
    }
}
