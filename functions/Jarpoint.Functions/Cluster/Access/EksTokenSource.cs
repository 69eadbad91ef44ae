using Amazon.Runtime;

namespace Jarpoint.Functions.Cluster.Access;

/// <summary>Tokens for one cluster: signed here, without a call, and kept while they are good.</summary>
/// <param name="cluster">Name of the cluster, signed into the token.</param>
/// <param name="region">Region of the STS endpoint in the token.</param>
/// <param name="credentials">Asked once.</param>
/// <param name="clock">Clock.</param>
internal sealed class EksTokenSource(
    string cluster, string region, Func<Task<AWSCredentials>> credentials, TimeProvider clock) : IDisposable
{
    // The server takes 15; what is on its way at the last moment must arrive, and clocks differ.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(14);
    private static readonly TimeSpan CredentialsMargin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim renewal = new(1, 1);
    private AWSCredentials? resolved;
    private volatile EksToken? current;

    /// <param name="refused">A token that the server has just refused: it is not given out again.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public async ValueTask<EksToken> GetAsync(EksToken? refused, CancellationToken cancellationToken)
    {
        if (Good(refused) is { } known)
        {
            return known;
        }

        await renewal.WaitAsync(cancellationToken);
        try
        {
            return Good(refused) ?? (current = await SignAsync());
        }
        finally
        {
            renewal.Release();
        }
    }

    public void Dispose() => renewal.Dispose();

    private EksToken? Good(EksToken? refused)
        => current is { } token && !ReferenceEquals(token, refused) && token.UsableUntil > clock.GetUtcNow()
            ? token
            : null;

    private async Task<EksToken> SignAsync()
    {
        resolved ??= await credentials();
        var keys = await resolved.GetCredentialsAsync();
        var now = clock.GetUtcNow();
        var until = now + Life;
        if (resolved.Expiration is { } expiration
            && new DateTimeOffset(expiration.ToUniversalTime()) - CredentialsMargin is var end
            && end < until)
        {
            until = end;
        }

        return new EksToken(EksTokenSigner.Sign(cluster, region, keys, now), until);
    }
}
