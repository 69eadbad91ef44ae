using System.Text;
using Amazon;
using Jarpoint.Catalog.Announcing;

namespace Jarpoint.Functions.Announcing;

/// <summary>An entry of PutEvents.</summary>
/// <param name="EventBusName">Name or ARN.</param>
/// <param name="Source">For rules to match.</param>
/// <param name="DetailType">For rules to match.</param>
/// <param name="Resources">ARNs.</param>
/// <param name="Detail">JSON.</param>
internal sealed record EventEntry(
    string EventBusName, string Source, string DetailType, IReadOnlyList<string> Resources, string Detail)
{
    public const string Origin = "jarpoint";

    // Of EventBridge, for one call.
    private const int MostEntries = 10;
    private const int MostBytes = 256 << 10;

    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html
    private int Bytes => Size(Source) + Size(DetailType) + Size(Detail) + Resources.Sum(Size);

    public static EventEntry Of(JarEvent happened, EventBusOptions options) => new(
        options.Bus,
        Origin,
        happened.Kind switch
        {
            JarEventKind.Described => "Jar Described",
            JarEventKind.Replaced => "Jar Replaced",
            JarEventKind.Rejected => "Jar Rejected",
            JarEventKind.Removed => "Jar Removed",
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No such kind."),
        },
        [$"arn:{RegionEndpoint.GetBySystemName(options.Region).PartitionName}:s3:::{options.Bucket}"],
        JarEventText.Write(happened, options.Bucket));

    /// <summary>As many in one call as it takes, in their order.</summary>
    public static IEnumerable<IReadOnlyList<EventEntry>> Batches(IEnumerable<EventEntry> entries)
    {
        var batch = new List<EventEntry>();
        var bytes = 0;
        foreach (var entry in entries)
        {
            if (batch.Count == MostEntries || (batch.Count > 0 && bytes + entry.Bytes > MostBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(entry);
            bytes += entry.Bytes;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);
}
