using Jarpoint.Template.Resolving;

namespace Jarpoint.Template.Tests.House;

/// <summary>
/// Who can set off whom: what a function's role lets it do, against what notifications and rules listen to. Read off the
/// permissions, not off the code, so that no function can trigger itself whatever its code does.
/// </summary>
internal static class Recursion
{
    public static IEnumerable<Finding> Findings(ResolvedTemplate template)
    {
        var edges = Edges(template);
        return edges.Select(static edge => edge.From).Distinct()
            .Where(function => Reaches(edges, function, function, []))
            .Select(static function => new Finding("recursion", function, "it can trigger itself"));
    }

    /// <summary>Pairs of logical ids: the first can trigger the second.</summary>
    public static IReadOnlySet<(string From, string To)> Edges(ResolvedTemplate template)
    {
        var edges = new HashSet<(string, string)>();
        foreach (var function in template.OfType("AWS::Lambda::Function"))
        {
            foreach (var (action, resource) in Permissions.OfFunction(template, function))
            {
                edges.UnionWith(Heard(template, action, resource).Select(queue => (function.Id, Fed(template, queue))));
            }
        }

        return edges;
    }

    private static bool Reaches(IReadOnlySet<(string From, string To)> edges, string from, string to, HashSet<string> seen)
        => edges.Where(edge => edge.From == from)
            .Any(edge => edge.To == to || (seen.Add(edge.To) && Reaches(edges, edge.To, to, seen)));

    /// <summary>ARNs of the queues that get a message when this is done to that.</summary>
    private static IEnumerable<string> Heard(ResolvedTemplate template, string action, string resource) => action switch
    {
        "s3:PutObject" => Notified(template, "s3:ObjectCreated", resource),
        "s3:DeleteObject" or "s3:DeleteObjectVersion" => Notified(template, "s3:ObjectRemoved", resource),
        "ssm:SendCommand" => template.OfType("AWS::Events::Rule")
            .Where(rule => Documents(rule)
                .Any(name => resource.EndsWith($":document/{name}", StringComparison.Ordinal)))
            .SelectMany(static rule => rule.Items("Targets").Select(static target => target["Arn"]!.ToString())),
        "sqs:SendMessage" => [resource],
        _ => [],
    };

    private static IEnumerable<string> Documents(ResolvedResource rule)
        => rule.Items("EventPattern.detail.document-name").Select(static name => name.ToString());

    private static IEnumerable<string> Notified(ResolvedTemplate template, string happening, string resource)
        =>
        from bucket in template.OfType("AWS::S3::Bucket")
        from configuration in bucket.Items("NotificationConfiguration.QueueConfigurations")
        where configuration["Event"]!.ToString().StartsWith(happening, StringComparison.Ordinal)
        let rules = configuration["Filter"]?["S3Key"]?["Rules"]?.AsArray() ?? []
        let prefix = rules.FirstOrDefault(static rule => rule!["Name"]!.ToString() == "prefix")?["Value"]!.ToString() ?? ""
        where Meet($"arn:aws:s3:::{bucket.Name}/{prefix}", resource)
        select configuration["Queue"]!.ToString();

    // A permission is a text up to its first wildcard, then anything; a filter is a prefix.
    private static bool Meet(string prefix, string resource)
        => resource.IndexOfAny(['*', '?']) is var wildcard and >= 0
            ? resource[..wildcard] is var stem
                && (stem.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(stem, StringComparison.Ordinal))
            : resource.StartsWith(prefix, StringComparison.Ordinal);

    private static string Fed(ResolvedTemplate template, string queueArn)
    {
        var name = template.OfType("AWS::Lambda::EventSourceMapping")
            .Single(source => source.Text("EventSourceArn") == queueArn).Text("FunctionName");
        return template.OfType("AWS::Lambda::Function").Single(function => function.Name == name).Id;
    }
}
