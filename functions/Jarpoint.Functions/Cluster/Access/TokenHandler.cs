using System.Net;
using System.Net.Http.Headers;

namespace Jarpoint.Functions.Cluster.Access;

/// <summary>Puts the token on each request; when it is refused, renews it and tries once more.</summary>
internal sealed class TokenHandler(EksTokenSource tokens, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(refused: null, cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, await tokens.GetAsync(token, cancellationToken), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, EksToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // A request prints its headers: nobody above this handler shall hold the token.
            request.Headers.Authorization = null;
        }
    }
}
