using System.Text;

namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>The actions on messages, one message each. <see cref="BatchActions"/> repeats them per entry.</summary>
internal sealed class MessageActions(QueueActions queues)
{
    public SentResponse Send(SqsRequest request)
        => Send(queues.Addressed(request), request.MessageBody, request.DelaySeconds, request.MessageAttributes);

    public static SentResponse Send(
        SqsQueue queue, string? body, int? delaySeconds, IReadOnlyDictionary<string, MessageAttribute>? attributes)
    {
        if (string.IsNullOrEmpty(body))
        {
            throw SqsErrors.MissingParameter("MessageBody");
        }

        if (Encoding.UTF8.GetByteCount(body) > queue.Settings.MaximumMessageBytes)
        {
            throw SqsErrors.InvalidParameter(
                "One or more parameters are invalid. "
                + $"Reason: Message must be shorter than {queue.Settings.MaximumMessageBytes} bytes.");
        }

        attributes ??= new Dictionary<string, MessageAttribute>();
        var id = queue.Send(new OutgoingMessage(body)
        {
            Delay = Seconds(delaySeconds, "DelaySeconds", 900),
            Attributes = attributes,
        });
        return new SentResponse(MessageDigest.OfBody(body), MessageDigest.OfAttributes(attributes), id);
    }

    public async Task<object> ReceiveAsync(SqsRequest request, CancellationToken cancellationToken)
    {
        var maximum = request.MaxNumberOfMessages ?? 1;
        if (maximum is < 1 or > ReceiveOptions.Limit)
        {
            throw SqsErrors.InvalidParameter(
                $"Value {maximum} for parameter MaxNumberOfMessages is invalid. "
                + "Reason: Must be between 1 and 10, if provided.");
        }

        var options = new ReceiveOptions
        {
            Maximum = maximum,
            Wait = Seconds(request.WaitTimeSeconds, "WaitTimeSeconds", 20),
            Visibility = Seconds(request.VisibilityTimeout, "VisibilityTimeout", 43_200),
        };
        var received = await queues.Addressed(request).ReceiveAsync(options, cancellationToken);
        return new ReceivedResponse(
            received.Count == 0 ? null : [.. received.Select(message => WireMessageWriter.Write(message, request))]);
    }

    public object Delete(SqsRequest request)
    {
        Delete(queues.Addressed(request), request.ReceiptHandle);
        return new EmptyResponse();
    }

    public static void Delete(SqsQueue queue, string? handle)
    {
        if (handle is null || !queue.Delete(handle))
        {
            throw SqsErrors.ReceiptHandleIsInvalid(handle);
        }
    }

    public object ChangeVisibility(SqsRequest request)
    {
        ChangeVisibility(queues.Addressed(request), request.ReceiptHandle, request.VisibilityTimeout);
        return new EmptyResponse();
    }

    public static void ChangeVisibility(SqsQueue queue, string? handle, int? seconds)
    {
        var timeout = Seconds(seconds, "VisibilityTimeout", 43_200)
            ?? throw SqsErrors.MissingParameter("VisibilityTimeout");
        switch (queue.ChangeVisibility(handle ?? "", timeout))
        {
            case VisibilityOutcome.NotInFlight:
                throw SqsErrors.MessageNotInflight();
            case VisibilityOutcome.InvalidHandle:
                throw SqsErrors.ReceiptHandleIsInvalid(handle);
            default:
                break;
        }
    }

    private static TimeSpan? Seconds(int? value, string name, int most)
        => value is < 0 || value > most
            ? throw SqsErrors.InvalidParameter(
                $"Value {value} for parameter {name} is invalid. Reason: Must be between 0 and {most}, if provided.")
            : value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
