using System.Diagnostics.CodeAnalysis;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.CloudFormation;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Runtime;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>
/// A custom resource that keeps Kubernetes objects in a cluster. CloudFormation waits an hour for an answer that never
/// comes, so one is always sent, and in time.
/// </summary>
internal sealed partial class ApplyManifests(
    ManifestChanger changer, AnswerSender sender, StrangerLog strangers, ILogger<ApplyManifests> logger) : IFunction
{
    // Kept back for the answer and its retries.
    private static readonly TimeSpan AnswerMargin = TimeSpan.FromSeconds(15);
    private const double AnswerShare = 0.3;

    public async Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken)
    {
        if (trigger is not Trigger.Requested(var request))
        {
            strangers.Acknowledge(trigger);
            return SqsBatchResponse.Done;
        }

        using var time = deadline.Until(AnswerMargin, AnswerShare);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var reason = await ChangeAsync(request, either.Token);
        await sender.SendAsync(
            request.ResponseUrl,
            ResourceAnswer.To(request, PhysicalId.Of(request), reason),
            cancellationToken);
        return SqsBatchResponse.Done;
    }

    // The edge towards CloudFormation: it has to be told of whatever went wrong.
    [SuppressMessage("Design", "CA1031", Justification = "An answer is sent even of what nobody expected.")]
    private async Task<string?> ChangeAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            switch (await changer.ChangeAsync(request, cancellationToken))
            {
                case ManifestOutcome.Done done:
                    Log.Changed(logger, request, done.Applied, done.Deleted, done.Kept);
                    return null;

                case ManifestOutcome.Failed(var reason):
                    Log.Failed(logger, request, reason);
                    return reason;

                case var other:
                    throw new InvalidOperationException($"Unknown outcome {other}.");
            }
        }
        catch (Exception e)
        {
            Log.Unexpected(logger, request, e);
            return $"unexpected: {e.GetType().Name}: {e.Message}";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information,
            "{Request}: {Applied} objects applied, {Deleted} deleted, {Kept} kept because others created them")]
        public static partial void Changed(
            ILogger logger, ResourceRequest request, int applied, int deleted, int kept);

        [LoggerMessage(LogLevel.Error, "{Request} failed: {Reason}")]
        public static partial void Failed(ILogger logger, ResourceRequest request, string reason);

        [LoggerMessage(LogLevel.Error, "{Request} failed in a way nobody expected")]
        public static partial void Unexpected(ILogger logger, ResourceRequest request, Exception exception);
    }
}
