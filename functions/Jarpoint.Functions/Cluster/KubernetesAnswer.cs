using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jarpoint.Functions.Cluster.Wire;

namespace Jarpoint.Functions.Cluster;

/// <summary>What the API server said. The body of a success is still on the wire.</summary>
/// <param name="call">For messages.</param>
/// <param name="response">Owned.</param>
/// <param name="status">Of a failure, if the server gave one.</param>
/// <param name="fault">What it means.</param>
internal sealed class KubernetesAnswer(
    string call, HttpResponseMessage response, StatusJson? status, KubernetesFault fault) : IDisposable
{
    public KubernetesFault Fault => fault;

    public StatusJson? Status => status;

    /// <summary>Of a failure, in the server's own words: for people.</summary>
    public string Said
        => $"{(int)response.StatusCode} {status?.Reason ?? "without a reason"}: {status?.Message ?? "without a message"}";

    /// <exception cref="KubernetesRequestException">The body broke off, or is not what it should be.</exception>
    public async Task<T> ReadAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, type, cancellationToken)
                ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is JsonException or IOException or HttpRequestException)
        {
            throw new KubernetesRequestException($"{call}: the answer cannot be read", e);
        }
    }

    public KubernetesRequestException Unexpected()
        => new($"{call}: the API server answered {(int)response.StatusCode} {status?.Reason ?? "without a reason"}");

    public void Dispose() => response.Dispose();
}
