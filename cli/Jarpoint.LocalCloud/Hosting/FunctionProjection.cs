using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.Template;
using Jarpoint.Template.Resolving;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Gathers what a template says about one function.</summary>
internal static class FunctionProjection
{
    /// <param name="template">The deployment.</param>
    /// <param name="mapping">The event source mapping that feeds the function.</param>
    /// <exception cref="TemplateException">Something is missing, or nothing this cloud can do.</exception>
    public static FunctionDeployment Read(ResolvedTemplate template, ResolvedResource mapping)
    {
        var function = Named(template, "AWS::Lambda::Function", mapping.Text("FunctionName"));
        var queue = ByArn(template, mapping.Text("EventSourceArn"));
        var letters = ByArn(template, queue.Text("RedrivePolicy.deadLetterTargetArn"));
        var rules = template.OfType("AWS::Events::Rule").Where(rule => Feeds(rule, mapping.Text("EventSourceArn"))).ToArray();
        return new FunctionDeployment
        {
            Function = function.Id,
            Handler = function.Text("Handler"),
            Environment = function.Get("Environment.Variables").AsObject()
                .ToDictionary(static variable => variable.Key, static variable => variable.Value!.ToString()),
            Timeout = Seconds(function, "Timeout"),
            MemoryMiB = function.Number("MemorySize"),
            Queue = queue.Name,
            QueueSettings = Settings(queue),
            MaxReceiveCount = queue.Number("RedrivePolicy.maxReceiveCount"),
            DeadLetterQueue = letters.Name,
            DeadLetterSettings = Settings(letters),
            Mapping = Mapping(mapping),
            Buckets = Buckets(template, mapping.Text("EventSourceArn")),
            EventPatterns = rules
                .Where(static rule => rule.Find("EventPattern") is not null)
                .ToDictionary(static rule => rule.Id, static rule => rule.Get("EventPattern").ToJsonString()),
            Rate = rules.Where(static rule => rule.Find("ScheduleExpression") is not null)
                .Select(static rule => (TimeSpan?)RateExpression.Parse(rule.Text("ScheduleExpression")))
                .SingleOrDefault(),
        };
    }

    private static EventSourceMappingDefinition Mapping(ResolvedResource mapping)
    {
        // The laptop cloud's mappings know no other way to report.
        if (mapping.Items("FunctionResponseTypes") is not [{ } type] || type.ToString() != "ReportBatchItemFailures")
        {
            throw new TemplateException($"Resources.{mapping.Id}", "the laptop cloud needs ReportBatchItemFailures");
        }

        return new EventSourceMappingDefinition
        {
            BatchSize = mapping.Number("BatchSize"),
            BatchingWindow = Seconds(mapping, "MaximumBatchingWindowInSeconds"),
            MaximumConcurrency = mapping.Number("ScalingConfig.MaximumConcurrency"),
        };
    }

    private static QueueSettings Settings(ResolvedResource queue)
    {
        var defaults = new QueueSettings();
        return defaults with
        {
            VisibilityTimeout = queue.Find("VisibilityTimeout") is null
                ? defaults.VisibilityTimeout
                : Seconds(queue, "VisibilityTimeout"),
            Retention = Seconds(queue, "MessageRetentionPeriod"),
        };
    }

    private static List<BucketTrigger> Buckets(ResolvedTemplate template, string queueArn)
        =>
        [
            .. template.OfType("AWS::S3::Bucket")
                .SelectMany(static bucket => bucket.Items("NotificationConfiguration.QueueConfigurations"))
                .Where(configuration => configuration["Queue"]!.ToString() == queueArn)
                .GroupBy(static configuration => Prefix(configuration), static configuration => Event(configuration))
                .Select(static prefix => new BucketTrigger(prefix.Key, [.. prefix])),
        ];

    private static string Prefix(JsonNode configuration)
        => configuration["Filter"]?["S3Key"]?["Rules"] is JsonArray and [{ } rule] && rule["Name"]?.ToString() == "prefix"
            ? rule["Value"]!.ToString()
            : throw new TemplateException("NotificationConfiguration", "the laptop cloud knows filters by one prefix only");

    private static string Event(JsonNode configuration) => configuration["Event"]!.ToString()["s3:".Length..];

    private static bool Feeds(ResolvedResource rule, string queueArn)
        => rule.Items("Targets").Any(target => target["Arn"]!.ToString() == queueArn);

    private static ResolvedResource ByArn(ResolvedTemplate template, string arn)
        => Named(template, "AWS::SQS::Queue", arn[(arn.LastIndexOf(':') + 1)..]);

    private static ResolvedResource Named(ResolvedTemplate template, string type, string name)
        => template.OfType(type).SingleOrDefault(resource => resource.Name == name)
            ?? throw new TemplateException(name, $"the template has no {type} of that name");

    private static TimeSpan Seconds(ResolvedResource resource, string path) => TimeSpan.FromSeconds(resource.Number(path));
}
