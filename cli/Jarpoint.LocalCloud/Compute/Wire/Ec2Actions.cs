using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Compute.Wire;

/// <summary>What is emulated of EC2. Each action returns how its answer is written.</summary>
internal sealed partial class Ec2Actions(InstanceStore store, TimeProvider time)
{
    private const int FewestResults = 5;
    private const int MostResults = 1000;

    /// <summary>
    /// Of a launch, what an instance here has. The rest (a subnet, a role, user data) would change what
    /// comes of it, so it is refused and not left out.
    /// </summary>
    private static readonly string[] Launched =
    [
        "Action", "Version", "DryRun", "MinCount", "MaxCount", "ImageId", "InstanceType", "TagSpecification",
        "ClientToken",
    ];

    private readonly IdempotentLaunches launches = new(store);

    public Action<XmlWriter> Run(QueryRequest request)
    {
        Demand(request, Launched, "RunInstances");
        var count = (Least: Count(request, "MinCount"), Most: Count(request, "MaxCount"));
        if (count.Least < 1 || count.Least > count.Most)
        {
            throw Ec2Errors.InvalidParameterValue("MinCount must be at least 1 and at most MaxCount.");
        }

        var launch = new InstanceLaunch
        {
            ImageId = request["ImageId"] ?? throw Ec2Errors.MissingParameter("ImageId"),
            Tags = TagsOf(request),
        };
        launch = launch with { InstanceType = request["InstanceType"] ?? launch.InstanceType };
        var instances = launches.Once(request, () => store.Launch(launch, count.Most));
        return xml => xml.Reservation(instances[0].ReservationId, instances, store.Account.Id);
    }

    public Action<XmlWriter> Terminate(QueryRequest request)
    {
        Demand(request, ["Action", "Version", "DryRun", "InstanceId"], "TerminateInstances");
        var ids = request.List("InstanceId");
        if (ids.Count == 0)
        {
            throw Ec2Errors.MissingParameter("InstanceId");
        }

        // All or nothing: an unknown id ends the action before anything is done.
        _ = Known(ids);
        var changes = ids.Select(store.Terminate).OfType<InstanceChangedEventArgs>().ToArray();
        return xml => xml.Items("instancesSet", changes, change =>
        {
            xml.Text("instanceId", change.After.Id);
            xml.State("currentState", change.After.State);
            xml.State("previousState", change.Before!.State);
        });
    }

    public Action<XmlWriter> Describe(QueryRequest request)
    {
        Demand(
            request,
            ["Action", "Version", "DryRun", "InstanceId", "MaxResults", "NextToken", "Filter"],
            "DescribeInstances");
        var ids = request.List("InstanceId");
        var page = request["MaxResults"] is null ? null : (int?)Count(request, "MaxResults");
        if (page is < FewestResults or > MostResults)
        {
            throw Ec2Errors.InvalidParameterValue(
                $"Value ( {page} ) for parameter maxResults is invalid. Expecting a value from 5 to 1000.");
        }

        if (page is not null && ids.Count > 0)
        {
            throw Ec2Errors.InvalidParameterCombination(
                "The parameter instancesSet cannot be used with the parameter maxResults");
        }

        var filters = InstanceFilter.Read(request);
        var after = AfterToken(request["NextToken"]);
        var found = (ids.Count > 0 ? Known(ids) : store.All.Where(IsDescribed))
            .Where(instance => instance.Number > after && filters.All(filter => filter.Matches(instance)))
            .Take(page + 1 ?? int.MaxValue)
            .ToArray();
        var shown = page is { } size && found.Length > size ? found[..size] : found;
        var token = shown.Length < found.Length ? TokenOf(shown[^1].Number) : null;
        return xml =>
        {
            xml.Reservations(shown, store.Account.Id);
            xml.Text("nextToken", token);
        };
    }

    public Action<XmlWriter> CreateTags(QueryRequest request)
    {
        Demand(request, ["Action", "Version", "DryRun", "ResourceId", "Tag"], "CreateTags");
        var ids = request.List("ResourceId");
        _ = Known(ids);
        var tags = Tags(request.Structures("Tag"));
        foreach (var id in ids)
        {
            store.SetTags(id, tags);
        }

        return static xml => xml.Text("return", "true");
    }

    private static void Demand(QueryRequest request, string[] emulated, string action)
    {
        // A parameter is `Name`, `Name.1` or `Name.1.Part`; a query may carry its own signature.
        var unknown = request.Names.FirstOrDefault(
            name => !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)
                && !emulated.Contains(name.Split('.')[0], StringComparer.Ordinal));
        if (unknown is not null)
        {
            throw Ec2Errors.NotEmulated($"the parameter {unknown} of {action}");
        }
    }

    private static int Count(QueryRequest request, string name)
    {
        var text = request[name] ?? throw Ec2Errors.MissingParameter(name);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Ec2Errors.InvalidParameterValue($"Invalid value '{text}' for {name}.");
    }

    private static Dictionary<string, string> TagsOf(QueryRequest request)
    {
        var specifications = request.Structures("TagSpecification");
        return specifications.FirstOrDefault(static each => each["ResourceType"] != "instance") is { } other
            ? throw Ec2Errors.NotEmulated($"tags of a new {other["ResourceType"]}")
            : Tags(specifications.SelectMany(static each => each.Structures("Tag")));
    }

    private static Dictionary<string, string> Tags(IEnumerable<QueryRequest> tags)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            read[tag["Key"] ?? throw Ec2Errors.MissingParameter("Tag.Key")] = tag["Value"] ?? "";
        }

        return read;
    }

    private static string TokenOf(long number)
        => Convert.ToBase64String(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"after {number}")));

    private static long AfterToken(string? token)
    {
        if (token is null)
        {
            return -1;
        }

        var buffer = new byte[token.Length];
        return Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length) is ['a', 'f', 't', 'e', 'r', ' ', .. var number]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
                ? after
                : throw Ec2Errors.InvalidNextToken();
    }

    private List<Instance> Known(IReadOnlyList<string> ids)
    {
        if (ids.FirstOrDefault(static id => !IdShape().IsMatch(id)) is { } malformed)
        {
            throw Ec2Errors.Malformed(malformed);
        }

        var (known, missing) = (new List<Instance>(), new List<string>());
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (store.Find(id) is { } instance && IsDescribed(instance))
            {
                known.Add(instance);
            }
            else
            {
                missing.Add(id);
            }
        }

        return missing.Count > 0 ? throw Ec2Errors.NotFound(missing) : known;
    }

    private bool IsDescribed(Instance instance) => instance.DescribedFrom <= time.GetUtcNow();

    [GeneratedRegex(@"\Ai-(?:[0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();
}
