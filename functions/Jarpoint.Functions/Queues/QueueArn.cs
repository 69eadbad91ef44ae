using System.Diagnostics.CodeAnalysis;

namespace Jarpoint.Functions.Queues;

/// <summary>Where a queue is: <c>arn:aws:sqs:eu-west-1:123456789012:launches</c>.</summary>
/// <param name="Account">Owner.</param>
/// <param name="Name">Name of the queue.</param>
internal sealed record QueueArn(string Account, string Name)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out QueueArn? arn)
    {
        arn = text?.Split(':') is ["arn", { Length: > 0 }, "sqs", _, { Length: > 0 } account, { Length: > 0 } name]
            ? new QueueArn(account, name)
            : null;
        return arn is not null;
    }
}
