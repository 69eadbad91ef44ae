using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Runtime;

namespace Jarpoint.Functions.Tests.Runtime;

/// <summary>A function that does what a test says.</summary>
internal sealed class StubFunction(
    Func<Trigger, InvocationDeadline, CancellationToken, Task<SqsBatchResponse>> handle) : IFunction
{
    public static StubFunction Answering(SqsBatchResponse response)
        => new((_, _, _) => Task.FromResult(response));

    public static StubFunction Failing(Exception failure) => new((_, _, _) => Task.FromException<SqsBatchResponse>(failure));

    public Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken)
        => handle(trigger, deadline, cancellationToken);
}
