using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Runtime;

namespace Jarpoint.Functions.Handlers;

/// <summary>
/// One Lambda function: plain events in, a plain result out. It keeps no state between invocations but clients and
/// caches, so a host may call it as often as it likes, one invocation at a time.
/// </summary>
public interface IFunction
{
    /// <summary>Handles one invocation.</summary>
    /// <param name="trigger">What caused it.</param>
    /// <param name="deadline">The time there is; the function decides how to spend it.</param>
    /// <param name="cancellationToken">Ends everything when only the time to respond is left.</param>
    /// <returns>The messages to deliver again. Empty for a trigger without messages.</returns>
    Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken);
}
