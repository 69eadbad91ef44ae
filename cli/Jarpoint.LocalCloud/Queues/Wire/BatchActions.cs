namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>The batch actions: each entry succeeds or fails by itself.</summary>
internal sealed class BatchActions(QueueActions queues)
{
    private const int MostEntries = 10;

    public object Send(SqsRequest request)
        => ForEach(request, static (queue, entry) =>
        {
            var sent = MessageActions.Send(queue, entry.MessageBody, entry.DelaySeconds, entry.MessageAttributes);
            return new BatchSuccess
            {
                Id = entry.Id!,
                MessageId = sent.MessageId,
                Md5OfMessageBody = sent.Md5OfMessageBody,
                Md5OfMessageAttributes = sent.Md5OfMessageAttributes,
            };
        });

    public object Delete(SqsRequest request)
        => ForEach(request, static (queue, entry) =>
        {
            MessageActions.Delete(queue, entry.ReceiptHandle);
            return new BatchSuccess { Id = entry.Id! };
        });

    public object ChangeVisibility(SqsRequest request)
        => ForEach(request, static (queue, entry) =>
        {
            MessageActions.ChangeVisibility(queue, entry.ReceiptHandle, entry.VisibilityTimeout);
            return new BatchSuccess { Id = entry.Id! };
        });

    private BatchResponse ForEach(SqsRequest request, Func<SqsQueue, SqsRequestEntry, BatchSuccess> action)
    {
        var queue = queues.Addressed(request);
        var entries = Checked(request.Entries);
        var (successful, failed) = (new List<BatchSuccess>(), new List<BatchFailure>());
        foreach (var entry in entries)
        {
            try
            {
                successful.Add(action(queue, entry));
            }
            catch (SqsException error)
            {
                failed.Add(new BatchFailure(entry.Id!, SenderFault: true, error.QueryCode, error.Message));
            }
        }

        return new BatchResponse(successful, failed);
    }

    private static IReadOnlyList<SqsRequestEntry> Checked(IReadOnlyList<SqsRequestEntry>? entries)
    {
        if (entries is null || entries.Count == 0)
        {
            throw SqsErrors.EmptyBatch();
        }

        if (entries.Count > MostEntries)
        {
            throw SqsErrors.TooManyEntries(entries.Count);
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!ids.Add(entry.Id ?? throw SqsErrors.MissingParameter("Id")))
            {
                throw SqsErrors.IdsNotDistinct(entry.Id);
            }
        }

        return entries;
    }
}
