using System.Text.Json;
using Amazon.Runtime;
using Jarpoint.Functions.Cluster.Wire;
using Jarpoint.Functions.Http;

namespace Jarpoint.Functions.Cluster.Transport;

/// <summary>Tells where the API server is: as configured, else as EKS says in one DescribeCluster call.</summary>
internal sealed class ClusterLocator(
    ClusterOptions options, ClusterLocation? configured, Func<Task<AWSCredentials>> credentials, TimeProvider clock)
{
    /// <exception cref="KubernetesAccessDeniedException">EKS does not let us look.</exception>
    /// <exception cref="ClusterNotFoundException">No such cluster.</exception>
    /// <exception cref="KubernetesRequestException">It is not up, or EKS failed.</exception>
    public async Task<ClusterLocation> LocateAsync(CancellationToken cancellationToken)
    {
        if (configured is not null)
        {
            return configured;
        }

        var cluster = await DescribeAsync(cancellationToken);
        if (cluster is not { Endpoint: { Length: > 0 } endpoint, CertificateAuthority.Data: { Length: > 0 } authority })
        {
            throw new KubernetesRequestException(
                $"Cluster {options.Name} has no endpoint: it is {cluster?.Status ?? "in no known state"}");
        }

        try
        {
            return ClusterLocation.Parse(endpoint, authority);
        }
        catch (FormatException e)
        {
            throw new KubernetesRequestException($"Cluster {options.Name}: {e.Message}", e);
        }
    }

    private static KubernetesRequestException Failed(string call, string how, Exception? inner = null)
        => new($"{call}: EKS {how}", inner);

    private async Task<EksClusterJson?> DescribeAsync(CancellationToken cancellationToken)
    {
        var call = $"eks:DescribeCluster {options.Name} in {options.Region}";
        using var http = new HttpClient(new TransientRetryHandler(Sockets.Create(), clock));
        using var request = await new SignedCall("eks", options.Region, options.EksEndpoint).GetAsync(
            $"/clusters/{Uri.EscapeDataString(options.Name)}", credentials, clock, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw KubernetesFaults.Classify(response.StatusCode, reason: null) switch
                {
                    KubernetesFault.Forbidden or KubernetesFault.Unauthorized => new KubernetesAccessDeniedException(
                        $"{call}: EKS refused ({(int)response.StatusCode}): allow the action"),
                    KubernetesFault.NotFound => new ClusterNotFoundException($"{call}: EKS answered 404"),
                    _ => Failed(call, $"answered {(int)response.StatusCode}"),
                };
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var answer = await JsonSerializer.DeserializeAsync(
                body, KubernetesJson.Default.DescribeClusterJson, cancellationToken);
            return answer?.Cluster;
        }
        catch (HttpRequestException e)
        {
            throw Failed(call, $"is out of reach ({e.HttpRequestError})", e);
        }
        catch (JsonException e)
        {
            throw Failed(call, "gave an answer that cannot be read", e);
        }
    }
}
