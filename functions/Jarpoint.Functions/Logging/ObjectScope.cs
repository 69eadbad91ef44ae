using System.Collections;

namespace Jarpoint.Functions.Logging;

/// <summary>Puts the object at work, and the message that names it, on every line logged about it.</summary>
internal sealed class ObjectScope(string messageId, string bucket, string key, string? version)
    : IEnumerable<KeyValuePair<string, object?>>
{
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return new("MessageId", messageId);
        yield return new("Bucket", bucket);
        yield return new("Key", key);
        yield return new("Version", version);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
