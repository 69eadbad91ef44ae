using Jarpoint.Functions.Cluster.Objects;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>
/// Asks again until there is no more time: a failure here rolls a whole stack back. A denial passes too, for a while:
/// EKS takes a moment to know a role whose access entry was created in the same deployment.
/// </summary>
internal sealed class Patience(TimeProvider clock)
{
    public static readonly TimeSpan WithDenials = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    private readonly DateTimeOffset began = clock.GetUtcNow();

    /// <returns>The first outcome that lasts; Refused when time has run out.</returns>
    public async Task<ObjectOutcome> AskAsync(
        Func<CancellationToken, Task<ObjectOutcome>> attempt, CancellationToken cancellationToken)
    {
        string? last = null;
        try
        {
            for (var delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
            {
                var outcome = await attempt(cancellationToken);
                switch (outcome)
                {
                    case ObjectOutcome.Passing(var reason):
                        last = reason;
                        break;

                    case ObjectOutcome.Denied(var reason) when clock.GetUtcNow() - began < WithDenials:
                        last = reason;
                        break;

                    default:
                        return outcome;
                }

                await Task.Delay(delay, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new ObjectOutcome.Refused(last is null ? "there was no time left for it" : $"no time left; last: {last}");
        }
    }
}
