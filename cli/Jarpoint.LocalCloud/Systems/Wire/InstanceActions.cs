using Jarpoint.LocalCloud.Systems.Fleet;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>DescribeInstanceInformation and DescribeInstanceProperties.</summary>
internal sealed class InstanceActions(SystemsManager systems)
{
    private const string Online = "Online";
    private const string ConnectionLost = "ConnectionLost";

    // The model has no lower limit for a page but this one: 5, unlike the other actions.
    private const int LeastPage = 5;
    private const int MostPage = 50;
    private const int DefaultPage = 10;
    private const int MostPropertiesPage = 1000;
    private const int MostPropertyValues = 40;

    public object Describe(SsmRequest request)
    {
        var (page, next) = Page(request, MostPage, Filters(request));
        return new InstancesResponse(page, next);
    }

    public object DescribeProperties(SsmRequest request)
    {
        var given = request.InstancePropertyFilterList ?? [];
        foreach (var filter in given)
            Constraint.AtMost(filter.ValueSet?.Count ?? 0, MostPropertyValues, "valueSet");

        var (page, next) = Page(
            request, MostPropertiesPage, [.. given.Select(static filter => Filter(filter.Key, filter.ValueSet, false, SsmErrors.InvalidPropertyValue))]);
        return new PropertiesResponse(page, next);
    }

    private (IReadOnlyList<WireInstance> Page, string? Next) Page(
        SsmRequest request, int mostPage, IReadOnlyList<Func<ManagedInstance, bool>> filters)
    {
        var size = Constraint.Between(request.MaxResults, LeastPage, mostPage, DefaultPage, "maxResults");
        var after = PageToken.Read(request.NextToken);
        var found = systems.Fleet.All
            .Where(instance => after is null || string.CompareOrdinal(instance.Id, after) > 0)
            .Where(instance => filters.All(filter => filter(instance)))
            .Take(size + 1)
            .ToList();
        return ([.. found.Take(size).Select(Describe)], found.Count > size ? PageToken.Write(found[size - 1].Id) : null);
    }

    private static IReadOnlyList<Func<ManagedInstance, bool>> Filters(SsmRequest request)
    {
        var legacy = request.InstanceInformationFilterList ?? [];
        var filters = request.Filters ?? [];
        if (legacy.Count > 0 && filters.Count > 0)
            throw SsmErrors.Validation("InstanceInformationFilterList and Filters are not used together");

        // The words are the service's own: https://github.com/danmx/sigil/issues/61
        if (filters.Select(static filter => InstanceTarget.IsTag(filter.Key ?? "")).Distinct().Count() > 1)
            throw SsmErrors.Validation("Cannot mix tag or inventory filter with any other filter.");

        return
        [
            .. legacy.Select(static filter => Filter(filter.Key, filter.ValueSet, false, SsmErrors.InvalidFilterValue)),
            .. filters.Select(static filter => Filter(filter.Key, filter.Values, true, SsmErrors.InvalidFilterValue)),
        ];
    }

    private static Func<ManagedInstance, bool> Filter(
        string? key, IReadOnlyList<string>? given, bool tags, Func<string, SsmException> wrong)
    {
        Constraint.AtMost(Constraint.Required(given, "values").Count, 100, "values");
        if (given!.Count == 0)
            throw SsmErrors.Validation("Value at 'values' failed to satisfy constraint: at least 1");

        var values = given.ToHashSet(StringComparer.Ordinal);
        return key switch
        {
            "PingStatus" => values.IsSubsetOf([Online, ConnectionLost, "Inactive"])
                ? instance => values.Contains(Ping(instance))
                : throw wrong("PingStatus is Online, ConnectionLost or Inactive."),
            InstanceTarget.Ids => new InstanceTarget(InstanceTarget.Ids, values).Fits,
            "PlatformTypes" => _ => values.Contains("Linux"),
            "AgentVersion" => _ => values.Contains(WireInstance.Agent),
            // https://github.com/boto/boto3/issues/3027
            "ResourceType" => values.Count == 1
                ? _ => values.Contains("EC2Instance")
                : throw wrong("ResourceType filter may contain only one value."),
            { } tag when tags && InstanceTarget.IsTag(tag) => new InstanceTarget(tag, values).Fits,
            "ActivationIds" or "IamRole" or "AssociationStatus" or "SourceIds" or "SourceTypes"
                => throw SsmErrors.NotEmulated($"the filter {key} of DescribeInstanceInformation"),
            _ => throw SsmErrors.InvalidFilterKey(key),
        };
    }

    private static string Ping(ManagedInstance instance) => instance.Online ? Online : ConnectionLost;

    private WireInstance Describe(ManagedInstance instance) => new()
    {
        InstanceId = instance.Id,
        PingStatus = Ping(instance),
        LastPingDateTime = WireTime.Seconds(instance.Online ? systems.Now : instance.LostAt),
        RegistrationDate = WireTime.Seconds(instance.RegisteredAt),
        SourceId = instance.Id,
        ComputerName = instance.Id + ".ec2.internal",
    };
}
