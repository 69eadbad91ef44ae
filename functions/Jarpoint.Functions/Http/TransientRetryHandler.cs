using System.Security.Cryptography;

namespace Jarpoint.Functions.Http;

/// <summary>
/// Tries again what may pass: 408, 429, 500, 502, 503, 504, no connection, no answer in time. Waits as long as
/// Retry-After says, else a random time below a bound that doubles. All that goes through here bears being sent twice.
/// </summary>
internal sealed class TransientRetryHandler(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    public const int Attempts = 4;

    // To the headers of an answer; an API server ends a request of its own accord after 60 s.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    // A server that asks for more is asked again by the trigger, not by a function that is paid for waiting.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                var response = await TryAsync(request, cancellationToken);
                if (attempt == Attempts
                    || !response.StatusCode.IsTransient()
                    || (delay = Delay(attempt, response)) > LongestDelay)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException fault) when (
                attempt < Attempts && fault.HttpRequestError != HttpRequestError.SecureConnectionError)
            {
                delay = BackOff(attempt);
            }

            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private static TimeSpan BackOff(int attempt)
        => FirstDelay * Math.Pow(2, attempt - 1) * (RandomNumberGenerator.GetInt32(1, 1_001) / 1_000.0);

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, $"No answer within {AttemptTimeout.TotalSeconds:0} s", e);
        }
    }

    private TimeSpan Delay(int attempt, HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => BackOff(attempt),
    };
}
