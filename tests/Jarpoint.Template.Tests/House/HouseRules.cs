using Jarpoint.Template.Resolving;

namespace Jarpoint.Template.Tests.House;

/// <summary>What holds of every queue, function and bucket.</summary>
internal static class HouseRules
{
    public static IEnumerable<Finding> Findings(ResolvedTemplate template)
        => Queues(template).Concat(Functions(template)).Concat(Buckets(template))
            .Select(static found => new Finding("house", found.Resource.Id, found.Message));

    private static IEnumerable<(ResolvedResource Resource, string Message)> Queues(ResolvedTemplate template)
    {
        var queues = template.OfType("AWS::SQS::Queue").ToArray();
        var targets = queues.Select(static queue => queue.Find("RedrivePolicy.deadLetterTargetArn")?.ToString()).ToHashSet();
        foreach (var queue in queues)
        {
            var isDead = targets.Contains(Arn(queue));
            if (!isDead && Letters(queue) is not { } letters)
            {
                yield return (queue, "it has no dead-letter queue");
            }
            else if (!isDead && Letters(queue)!.Number("MessageRetentionPeriod") <= queue.Number("MessageRetentionPeriod"))
            {
                yield return (queue, "a dead letter's age counts from its first day: keep it longer than the queue does");
            }

            var metric = isDead ? "ApproximateNumberOfMessagesVisible" : "ApproximateAgeOfOldestMessage";
            if (!HasAlarm(template, metric, queue.Name))
            {
                yield return (queue, $"no alarm looks at its {metric}");
            }
        }

        ResolvedResource? Letters(ResolvedResource queue)
            => queues.SingleOrDefault(other => Arn(other) == queue.Find("RedrivePolicy.deadLetterTargetArn")?.ToString());
    }

    private static IEnumerable<(ResolvedResource Resource, string Message)> Functions(ResolvedTemplate template)
    {
        var functions = template.OfType("AWS::Lambda::Function").ToArray();
        foreach (var function in functions)
        {
            if (!template.OfType("AWS::Logs::LogGroup").Any(group =>
                group.Name == function.Find("LoggingConfig.LogGroup")?.ToString() && group.Find("RetentionInDays") is not null))
            {
                yield return (function, "its logs have no group of this template with a retention");
            }

            if (function.Find("TracingConfig.Mode")?.ToString() != "Active")
            {
                yield return (function, "it is not traced");
            }

            if (functions.Count(other => other.Text("Role") == function.Text("Role")) > 1)
            {
                yield return (function, "it shares its role");
            }

            if (function.Get("Architectures").ToJsonString() != functions[0].Get("Architectures").ToJsonString())
            {
                yield return (function, "all functions are one executable of one architecture");
            }

            if (!HasAlarm(template, "Errors", function.Name))
            {
                yield return (function, "no alarm looks at its Errors");
            }

            if (Source(template, function) is not { } source)
            {
                yield return (function, "no queue feeds it");
            }
            else if (Fault(template, function, source) is { } fault)
            {
                yield return (source, fault);
            }
        }
    }

    private static ResolvedResource? Source(ResolvedTemplate template, ResolvedResource function)
        => template.OfType("AWS::Lambda::EventSourceMapping")
            .SingleOrDefault(source => source.Text("FunctionName") == function.Name);

    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    private static string? Fault(ResolvedTemplate template, ResolvedResource function, ResolvedResource source)
    {
        var queue = template.OfType("AWS::SQS::Queue").Single(each => Arn(each) == source.Text("EventSourceArn"));
        var least = (6 * function.Number("Timeout")) + source.Number("MaximumBatchingWindowInSeconds");
        return queue.Number("VisibilityTimeout") < least
            ? $"a message of {queue.Id} is out of sight for less than {least} seconds"
            : source.Items("FunctionResponseTypes") is not [{ } type] || type.ToString() != "ReportBatchItemFailures"
                ? "one bad message fails its whole batch"
                : null;
    }

    private static IEnumerable<(ResolvedResource Resource, string Message)> Buckets(ResolvedTemplate template)
    {
        foreach (var bucket in template.OfType("AWS::S3::Bucket"))
        {
            if (bucket.Find("VersioningConfiguration.Status")?.ToString() != "Enabled")
            {
                yield return (bucket, "it is not versioned");
            }

            if (bucket.Find("BucketEncryption") is null)
            {
                yield return (bucket, "it is not encrypted");
            }

            if (bucket.Find("PublicAccessBlockConfiguration") is not { } block
                || block.AsObject().Count(static each => each.Value!.GetValue<bool>()) != 4)
            {
                yield return (bucket, "it may become public");
            }
        }
    }

    private static bool HasAlarm(ResolvedTemplate template, string metric, string name)
        => template.OfType("AWS::CloudWatch::Alarm").Any(alarm =>
            alarm.Find("MetricName")?.ToString() == metric
            && alarm.Items("Dimensions") is [{ } dimension] && dimension["Value"]!.ToString() == name
            && alarm.Items("AlarmActions").Count > 0);

    private static string Arn(ResolvedResource queue)
        => $"arn:aws:sqs:{Deployments.Most.Region}:{Deployments.Most.Account}:{queue.Name}";
}
