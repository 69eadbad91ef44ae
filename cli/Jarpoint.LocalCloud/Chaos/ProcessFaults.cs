namespace Jarpoint.LocalCloud.Chaos;

/// <summary>Chooses invocations to kill, and the moment.</summary>
internal sealed class ProcessFaults(ChaosOptions options)
{
    private readonly SeededDice dice = new(options.Seed, "processes");

    /// <summary>
    /// When to kill the process of the coming invocation, counted from its start; null to let it live. An invocation
    /// that ends sooner survives.
    /// </summary>
    /// <param name="typical">How long the function's invocations take of late.</param>
    public TimeSpan? NextKill(TimeSpan typical)
        => dice.Hits(options.KilledFunctions) ? dice.Span(typical) : null;
}
