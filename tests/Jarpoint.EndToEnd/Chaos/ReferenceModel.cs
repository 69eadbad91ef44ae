namespace Jarpoint.EndToEnd.Chaos;

/// <summary>
/// What the bucket must hold at rest: for every key the ETag of its current object, or nothing. Kept by the writer of
/// the operations, not read from anything under test.
/// </summary>
internal sealed class ReferenceModel
{
    private readonly Dictionary<string, JarContent> current = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JarContent> Current => current;

    public void Stored(string key, JarContent content) => current[key] = content;

    public void Removed(string key) => current.Remove(key);

    public static IReadOnlyDictionary<string, JarContent> Union(IEnumerable<ReferenceModel> models)
        => models.SelectMany(model => model.current).ToDictionary(StringComparer.Ordinal);
}
