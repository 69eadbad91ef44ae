using System.Text.RegularExpressions;
using Jarpoint.Template.Resolving;
using Jarpoint.Template.Tests.House;
using Jarpoint.Tests;

namespace Jarpoint.Template.Tests;

/// <summary>docs/security.md against the policies of the template, both ways.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly ResolvedTemplate Template = ApplicationTemplate.Resolve(Deployments.Most);

    private static readonly HashSet<Permission> Documented =
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "security.md")).SelectMany(Rows)];

    [Fact]
    public void The_table_has_every_permission() => Allowed().Except(Documented).ShouldBeEmpty();

    [Fact]
    public void The_template_has_every_permission_of_the_table()
        => Documented.Except(Allowed()).ShouldBeEmpty();

    // Names are in backticks. A row holds each of its actions on each of its resources.
    private static IEnumerable<Permission> Rows(string line)
        => line.Split('|') is [_, var who, var actions, var resources, ..] && Names(who) is [var name]
            ? from action in Names(actions)
              from resource in Names(resources)
              select new Permission(name, action, resource)
            : [];

    private static string[] Names(string cell) => [.. Quoted().Matches(cell).Select(static match => match.Groups[1].Value)];

    private static IEnumerable<Permission> Allowed()
        => Template.OfType("AWS::Lambda::Function")
            .SelectMany(static function => Of(function.Id, Permissions.OfFunction(Template, function)))
            .Concat(Template.OfType("AWS::IAM::ManagedPolicy")
                .SelectMany(static policy => Of(policy.Id, Permissions.OfDocument(policy.Get("PolicyDocument")))))
            .Concat(Template.OfType("AWS::SQS::QueuePolicy").SelectMany(static policy => OfServices(policy)))
            .Distinct();

    private static IEnumerable<Permission> Of(string who, IEnumerable<(string Action, string Resource)> permissions)
        => permissions.Select(permission => new Permission(who, permission.Action, Short(permission.Resource)));

    private static IEnumerable<Permission> OfServices(ResolvedResource policy)
        =>
        from statement in policy.Get("PolicyDocument")["Statement"]!.AsArray()
        where statement!["Effect"]!.ToString() == "Allow"
        select new Permission(
            statement["Principal"]!["Service"]!.ToString(),
            statement["Action"]!.ToString(),
            Short(statement["Resource"]!.ToString()));

    // arn:aws:sqs:eu-central-1:123456789012:jarpoint-JarsQueue is the JarsQueue.
    private static string Short(string arn) => Arn().Match(arn) switch
    {
        { Success: true } match when match.Groups["cluster"].Success => "Cluster",
        { Success: true } match when match.Groups["instances"].Success => "instances",
        { Success: true } match => match.Groups["name"].Value,
        _ => arn,
    };

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^arn:aws:[a-z0-9]+:[^:]*:[^:]*:(?:(?<cluster>cluster/.*)|(?<instances>instance/\*)|(?:document/|log-group:|event-bus/)?jarpoint-(?<name>[^:]+)(?::\*)?)$")]
    private static partial Regex Arn();

    internal sealed record Permission(string Who, string May, string On);
}
