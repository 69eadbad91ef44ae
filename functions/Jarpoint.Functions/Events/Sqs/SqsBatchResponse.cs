namespace Jarpoint.Functions.Events.Sqs;

/// <summary>
/// The messages the queue must deliver again; every other one is deleted. Needs <c>ReportBatchItemFailures</c>.
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
/// </summary>
public sealed record SqsBatchResponse(IReadOnlyList<SqsBatchItemFailure> BatchItemFailures)
{
    /// <summary>Everything is done.</summary>
    public static SqsBatchResponse Done { get; } = new([]);
}

/// <param name="ItemIdentifier">A <see cref="SqsMessage.MessageId"/> of the batch.</param>
public sealed record SqsBatchItemFailure(string ItemIdentifier);
