namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>
/// The service's errors, by the codes that SDKs match on.
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
/// </summary>
internal static class SqsErrors
{
    private const string Legacy = "AWS.SimpleQueueService.";

    public static SqsException QueueDoesNotExist()
        => Sqs("QueueDoesNotExist", Legacy + "NonExistentQueue", "The specified queue does not exist.");

    public static SqsException QueueNameExists(string name)
        => Sqs(
            "QueueNameExists",
            "QueueAlreadyExists",
            $"A queue already exists with the same name ({name}) and a different value for an attribute.");

    public static SqsException ReceiptHandleIsInvalid(string? handle)
        => Sqs(
            "ReceiptHandleIsInvalid",
            "ReceiptHandleIsInvalid",
            $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static SqsException MessageNotInflight()
        => Sqs(
            "MessageNotInflight",
            Legacy + "MessageNotInflight",
            "The message is not available for visibility change.");

    public static SqsException EmptyBatch()
        => Sqs(
            "EmptyBatchRequest", Legacy + "EmptyBatchRequest", "There should be at least one entry in the request.");

    public static SqsException TooManyEntries(int count)
        => Sqs(
            "TooManyEntriesInBatchRequest",
            Legacy + "TooManyEntriesInBatchRequest",
            $"Maximum number of entries per request are 10. You have sent {count}.");

    public static SqsException IdsNotDistinct(string? id)
        => Sqs("BatchEntryIdsNotDistinct", Legacy + "BatchEntryIdsNotDistinct", $"Id {id} repeated.");

    public static SqsException InvalidAttributeName(string name)
        => Sqs("InvalidAttributeName", "InvalidAttributeName", $"Unknown Attribute {name}.");

    public static SqsException InvalidAttributeValue(string name, string value)
        => Sqs("InvalidAttributeValue", "InvalidAttributeValue", $"Invalid value for the parameter {name}: {value}.");

    public static SqsException InvalidParameter(string message)
        => new("com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue", message);

    public static SqsException MissingParameter(string name)
        => Sqs("MissingParameter", "MissingParameter", $"The request must contain the parameter {name}.");

    public static SqsException MalformedInput(string message)
        => new("com.amazon.coral.service#SerializationException", "MalformedInput", message);

    /// <summary>What the laptop cloud leaves out says so instead of pretending.</summary>
    public static SqsException NotEmulated(string what)
        => new(
            "com.amazonaws.sqs#UnsupportedOperation",
            Legacy + "UnsupportedOperation",
            $"Jarpoint's laptop cloud does not emulate {what} of SQS.",
            501);

    private static SqsException Sqs(string shape, string queryCode, string message)
        => new("com.amazonaws.sqs#" + shape, queryCode, message);
}
