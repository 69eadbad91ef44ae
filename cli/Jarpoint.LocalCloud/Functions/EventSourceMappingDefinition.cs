namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// How a queue feeds a function.
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
/// </summary>
public sealed record EventSourceMappingDefinition
{
    /// <summary>Most messages of one invocation, 1 to 10,000; more than 10 need a window.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How long to gather messages after the first.</summary>
    public TimeSpan BatchingWindow { get; init; } = TimeSpan.Zero;

    /// <summary>Most invocations at once, 2 to 1,000: Lambda has no mapping with a single one.</summary>
    public int MaximumConcurrency { get; init; } = 2;

    /// <summary>
    /// Null, as in Lambda: a failed message comes back when its visibility timeout ends. Otherwise it comes back after
    /// this time, so that a test of retries does not wait for minutes; unless the function chose a time itself.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <exception cref="ArgumentException">Lambda would refuse these values.</exception>
    public void Verify()
    {
        if (BatchSize is < 1 or > 10_000 || (BatchSize > 10 && BatchingWindow < TimeSpan.FromSeconds(1)))
        {
            throw new ArgumentException(
                $"BatchSize {BatchSize}: 1 to 10,000, "
                + "and more than 10 only with a BatchingWindow of at least one second.");
        }

        if (BatchingWindow < TimeSpan.Zero || BatchingWindow > TimeSpan.FromSeconds(300))
        {
            throw new ArgumentException($"BatchingWindow {BatchingWindow}: zero to 300 seconds.");
        }

        if (MaximumConcurrency is < 2 or > 1000)
        {
            throw new ArgumentException($"MaximumConcurrency {MaximumConcurrency}: 2 to 1,000.");
        }
    }
}
