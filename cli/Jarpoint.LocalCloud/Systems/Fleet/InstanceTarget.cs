namespace Jarpoint.LocalCloud.Systems.Fleet;

/// <summary>
/// A criterion for instances: one of the values must fit. Several criteria must all be met.
/// </summary>
/// <param name="Key"><c>InstanceIds</c>, <c>tag:NAME</c> or <c>tag-key</c>.</param>
/// <param name="Values">Ids, values of the tag, or names of tags.</param>
internal sealed record InstanceTarget(string Key, IReadOnlySet<string> Values)
{
    public const string Ids = "InstanceIds";

    private const string Tag = "tag:";
    private const string TagKey = "tag-key";

    public static bool IsTag(string key) => key == TagKey || key.StartsWith(Tag, StringComparison.Ordinal);

    public bool Fits(ManagedInstance instance) => Key switch
    {
        Ids => Values.Contains(instance.Id),
        TagKey => instance.Tags.Keys.Any(Values.Contains),
        _ => instance.Tags.TryGetValue(Key[Tag.Length..], out var value) && Values.Contains(value),
    };
}
