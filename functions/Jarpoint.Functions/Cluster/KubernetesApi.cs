using System.Net.Http.Headers;
using System.Text.Json;
using Jarpoint.Functions.Cluster.Transport;
using Jarpoint.Functions.Cluster.Wire;

namespace Jarpoint.Functions.Cluster;

/// <summary>Sends requests; throws what no caller can do anything about.</summary>
internal sealed class KubernetesApi(string cluster, ClusterConnection connection) : IDisposable
{
    // An error document is a few hundred bytes; a proxy's page in its place is not read.
    private const int LongestStatus = 64 * 1024;

    /// <exception cref="KubernetesAccessDeniedException">401 with a fresh token too, or 403.</exception>
    /// <exception cref="KubernetesRequestException">It may pass; retried already.</exception>
    public async Task<KubernetesAnswer> SendAsync(KubernetesCall call, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(call, cancellationToken);
        switch (answer.Fault)
        {
            case KubernetesFault.Unauthorized:
                answer.Dispose();
                throw new KubernetesAccessDeniedException(
                    $"{call}: cluster {cluster} does not know this role (401): give it an EKS access entry");
            case KubernetesFault.Forbidden:
                answer.Dispose();
                throw new KubernetesAccessDeniedException(
                    $"{call}: cluster {cluster} forbids verb {call.Verb} on resource {call.Resource} (403): "
                    + "grant it to the Kubernetes group of the access entry");
            case KubernetesFault.Transient:
                answer.Dispose();
                throw answer.Unexpected();
            default:
                return answer;
        }
    }

    /// <summary>For a caller to whom every answer says something.</summary>
    /// <exception cref="KubernetesAccessDeniedException">EKS does not say where the API server is.</exception>
    /// <exception cref="KubernetesRequestException">There is no answer; retried already.</exception>
    public async Task<KubernetesAnswer> AskAsync(KubernetesCall call, CancellationToken cancellationToken)
    {
        var response = await RawAsync(call, cancellationToken);
        var status = response.IsSuccessStatusCode ? null : await StatusAsync(response, cancellationToken);
        return new KubernetesAnswer(
            $"{call} of cluster {cluster}",
            response,
            status,
            KubernetesFaults.Classify(response.StatusCode, status?.Reason));
    }

    public void Dispose() => connection.Dispose();

    private static async Task<StatusJson?> StatusAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestStatus, cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, KubernetesJson.Default.StatusJson, cancellationToken);
        }
        // A load balancer's page or nothing: the status code says enough.
        catch (Exception e) when (e is JsonException or HttpRequestException)
        {
            return null;
        }
    }

    private static HttpRequestMessage Request(KubernetesCall call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(call.Path, UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call.ContentType is { } type)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        return request;
    }

    private async Task<HttpResponseMessage> RawAsync(KubernetesCall call, CancellationToken cancellationToken)
    {
        var http = await connection.OpenAsync(cancellationToken);
        using var request = Request(call);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            throw new KubernetesRequestException(
                fault.HttpRequestError == HttpRequestError.SecureConnectionError
                    ? $"{call}: the server at the endpoint of cluster {cluster} has no certificate for that name "
                        + "from the cluster's certificate authority"
                    : $"{call}: the API server of cluster {cluster} is out of reach ({fault.HttpRequestError})",
                fault);
        }
    }
}
