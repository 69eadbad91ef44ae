using System.Net;
using Jarpoint.Functions.Events.CloudFormation;
using Jarpoint.Functions.Http;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>Hands an answer to CloudFormation: a PUT to a presigned address of S3.</summary>
internal sealed class AnswerSender(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        // The signature covers the headers; a trace header is none of them.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Tries until it is taken: the same bytes twice are one object in S3, and one answer.</summary>
    /// <exception cref="AnswerNotSentException">S3 refuses it, or there is no more time.</exception>
    public async Task SendAsync(Uri address, ResourceAnswer answer, CancellationToken cancellationToken)
    {
        var body = answer.ToBytes();
        var last = "no attempt";
        try
        {
            for (var delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
            {
                HttpStatusCode? status;
                (status, last) = await TryAsync(address, body, cancellationToken);
                if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
                {
                    return;
                }

                if (status is { } code && !code.IsTransient())
                {
                    throw new AnswerNotSentException(answer.RequestId, last);
                }

                await Task.Delay(delay, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new AnswerNotSentException(answer.RequestId, $"no time left; last: {last}");
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode? Status, string Said)> TryAsync(
        Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        // The address is signed for a request without a content type, which is what bytes have.
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(body) };
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (response.StatusCode, $"S3 answered {(int)response.StatusCode}");
        }
        // Not its message: that names the address, which is a secret.
        catch (HttpRequestException e)
        {
            return (null, $"S3 is out of reach ({e.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "S3 did not answer in time");
        }
    }
}
