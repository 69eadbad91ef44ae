using System.Net.Http.Headers;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace Jarpoint.Functions.Http;

/// <summary>A call of an AWS service whose SDK is not there; the SDK's core signs it.</summary>
/// <param name="Service">Its name in endpoints and in the scope of signatures, such as <c>eks</c>.</param>
/// <param name="Region">Such as <c>eu-west-1</c>.</param>
/// <param name="Endpoint">Instead of the service's own; null for that.</param>
internal sealed record SignedCall(string Service, string Region, string? Endpoint)
{
    private RegionEndpoint Known => RegionEndpoint.GetBySystemName(Region);

    public Task<HttpRequestMessage> GetAsync(
        string path, Func<Task<AWSCredentials>> credentials, TimeProvider clock, CancellationToken cancellationToken)
        => SignAsync(Request(HttpMethod.Get, path), credentials, clock, cancellationToken);

    /// <summary>AWS JSON 1.1. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html</summary>
    public async Task<HttpRequestMessage> PostAsync(
        string target,
        byte[] body,
        Func<Task<AWSCredentials>> credentials,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, "/");
        request.Headers["X-Amz-Target"] = target;
        request.Content = body;
        var signed = await SignAsync(request, credentials, clock, cancellationToken);
        signed.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        signed.Content = new ByteArrayContent(body)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1") },
        };
        return signed;
    }

    private AWSSigningRequest Request(HttpMethod method, string path) => new()
    {
        HttpMethod = method,
        RequestUri = new Uri((Endpoint is { Length: > 0 } given
            ? given.TrimEnd('/')
            : $"https://{Service}.{Region}.{Known.PartitionDnsSuffix}") + path),
    };

    private async Task<HttpRequestMessage> SignAsync(
        AWSSigningRequest unsigned,
        Func<Task<AWSCredentials>> credentials,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var signed = await AWSSigV4Signer.SignAsync(
            unsigned,
            new AWSSigV4Parameters
            {
                Credentials = await credentials(),
                Region = Known,
                Service = Service,
                SignedAt = clock.GetUtcNow().UtcDateTime,
            },
            cancellationToken);
        var request = new HttpRequestMessage(unsigned.HttpMethod, unsigned.RequestUri);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var (name, value) in signed.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
