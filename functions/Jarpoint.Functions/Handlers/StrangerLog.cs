using Jarpoint.Functions.Events;
using Jarpoint.Functions.Metrics;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers;

/// <summary>Records an invocation that is not for the function it reached. Repeating it would not help anybody.</summary>
internal sealed partial class StrangerLog(MetricEmitter emitter, ILogger<StrangerLog> logger)
{
    public void Acknowledge(Trigger trigger)
    {
        switch (trigger)
        {
            case Trigger.Foreign(var reason):
                Log.Foreign(logger, reason);
                break;

            case Trigger.Malformed(var reason):
                Log.Malformed(logger, reason);
                break;

            default:
                Log.WrongTrigger(logger, trigger.GetType().Name);
                break;
        }

        var metrics = new MetricSet();
        metrics.Count(MetricNames.MessagesPoison, 1);
        emitter.Emit(metrics);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Acknowledged without effect, a foreign event: {Reason}")]
        public static partial void Foreign(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "Acknowledged without effect, a malformed event: {Reason}")]
        public static partial void Malformed(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "Acknowledged without effect, a trigger this function does not take: {Trigger}")]
        public static partial void WrongTrigger(ILogger logger, string trigger);
    }
}
