using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Compute.Wire;

/// <summary>
/// A filter of DescribeInstances: any of its values matches. Filters are joined by and.
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
/// </summary>
internal sealed class InstanceFilter
{
    private const int MostValues = 200;
    private const string TagPrefix = "tag:";

    private readonly Func<Instance, IEnumerable<string>> property;
    private readonly IReadOnlyList<string> patterns;

    private InstanceFilter(Func<Instance, IEnumerable<string>> property, IReadOnlyList<string> patterns)
        => (this.property, this.patterns) = (property, patterns);

    /// <exception cref="QueryException">A filter is not emulated, or has no or too many values.</exception>
    public static IReadOnlyList<InstanceFilter> Read(QueryRequest request)
    {
        var filters = request.Structures("Filter");
        var values = filters.Sum(static filter => filter.List("Value").Count);
        return values > MostValues
            ? throw Ec2Errors.FilterLimitExceeded(MostValues)
            : [.. filters.Select(One)];
    }

    public bool Matches(Instance instance)
        => property(instance).Any(value => patterns.Any(pattern => Wildcard.Matches(pattern, value)));

    private static InstanceFilter One(QueryRequest filter)
    {
        var name = filter["Name"] ?? throw Ec2Errors.MissingParameter("Filter.Name");
        var values = filter.List("Value");
        return values.Count == 0
            ? throw Ec2Errors.InvalidParameterValue($"The filter '{name}' has no value.")
            : new InstanceFilter(Property(name), values);
    }

    private static Func<Instance, IEnumerable<string>> Property(string name)
        => name switch
        {
            "instance-id" => static instance => [instance.Id],
            "instance-state-name" => static instance => [instance.State.Name()],
            "instance-type" => static instance => [instance.Launch.InstanceType],
            "private-dns-name" => static instance => [instance.PrivateDnsName],
            "reservation-id" => static instance => [instance.ReservationId],
            "tag-key" => static instance => instance.Tags.Keys,
            _ when name.StartsWith(TagPrefix, StringComparison.Ordinal) && name.Length > TagPrefix.Length
                => instance => instance.Tags.TryGetValue(name[TagPrefix.Length..], out var value) ? [value] : [],
            _ => throw Ec2Errors.UnknownFilter(name),
        };
}
