namespace Jarpoint.LocalCloud.Functions;

/// <summary>One event on its way through one process.</summary>
internal sealed class Invocation(ReadOnlyMemory<byte> payload, TimeSpan timeout)
{
    private readonly TaskCompletionSource handedOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationOutcome> outcome =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>An X-Ray trace that is not sampled.</summary>
    public string TraceId { get; } =
        $"Root=1-{Guid.NewGuid().ToString("N").Insert(8, "-")};Parent=0000000000000000;Sampled=0";

    public ReadOnlyMemory<byte> Payload => payload;

    public TimeSpan Timeout => timeout;

    /// <summary>Completes when the process took the event: the time limit runs from here.</summary>
    public Task HandedOut => handedOut.Task;

    public Task<InvocationOutcome> Outcome => outcome.Task;

    public void HandOut() => handedOut.TrySetResult();

    /// <returns>False when there is an outcome already: the first counts.</returns>
    public bool Complete(InvocationOutcome result) => outcome.TrySetResult(result);
}
