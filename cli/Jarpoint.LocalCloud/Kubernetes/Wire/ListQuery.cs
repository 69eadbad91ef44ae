using System.Globalization;
using Jarpoint.LocalCloud.Kubernetes.Selectors;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>Which objects of a collection, and how many at a time.</summary>
/// <param name="Labels">By labels.</param>
/// <param name="Fields">By fields.</param>
/// <param name="Limit">Most objects of a page; null for all.</param>
/// <param name="Continue">Where an earlier page ended, or null.</param>
internal sealed record ListQuery(LabelSelector Labels, FieldSelector Fields, int? Limit, string? Continue)
{
    /// <summary>Something selects: how many remain is not said then.</summary>
    public bool Selects { get; private init; }

    /// <exception cref="StatusException">400.</exception>
    public static ListQuery Read(QueryValues query, ResourceKind kind)
    {
        var (labels, fields) = (query["labelSelector"] ?? "", query["fieldSelector"] ?? "");
        if (query["resourceVersionMatch"] is "Exact")
        {
            throw Statuses.NotEmulated("resourceVersionMatch=Exact");
        }

        var limit = query["limit"] is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : throw Statuses.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax")
            : 0;
        return new ListQuery(
            LabelSelector.Parse(labels),
            FieldSelector.Parse(fields, kind),
            limit > 0 ? limit : null,
            query["continue"] is { Length: > 0 } token ? token : null)
        {
            Selects = labels.Length + fields.Length > 0,
        };
    }

    public bool Matches(StoredObject candidate, string? ns)
        => (ns is null || candidate.Namespace == ns) && Labels.Matches(candidate.Labels) && Fields.Matches(candidate);
}
