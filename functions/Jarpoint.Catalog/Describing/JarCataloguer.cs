using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Catalog.Describing;

/// <summary>
/// Turns a change of an object into a fact. An event is a hint: what is stated is the state of the store, found after
/// the event happened, under the event's sequencer. The last event of a key is examined when nothing changes the key
/// any more, so whatever the order, its fact is the truth, and no other fact of the key has a greater sequencer.
/// </summary>
public sealed class JarCataloguer
{
    private const int Attempts = 5;

    private readonly IObjectStore store;
    private readonly DescriptionStore descriptions;
    private readonly DigestMode digest;
    private readonly JarRead read;

    public JarCataloguer(
        IObjectStore store,
        CatalogLayout layout,
        JarReaderOptions options,
        TimeProvider time,
        DigestMode digest = DigestMode.Auto)
        : this(store, layout, Reader(options), time, digest)
    {
    }

    internal JarCataloguer(
        IObjectStore store, CatalogLayout layout, JarRead read, TimeProvider time, DigestMode digest = DigestMode.Auto)
    {
        this.store = store;
        this.digest = digest;
        this.read = read;
        descriptions = new DescriptionStore(store, layout, time);
    }

    /// <summary>Looks at a changed object.</summary>
    /// <exception cref="ObjectAccessDeniedException">The object may not be read: a fault of the set-up.</exception>
    public async Task<ExamineOutcome> ExamineAsync(ObjectChange change, CancellationToken cancellationToken)
    {
        if (Foreign(change.Key) is { } reason)
        {
            return new ExamineOutcome.Ignored(reason);
        }

        // Only a created version is looked at by its id. A removal may have exposed an older version, or have taken
        // a delete marker away, so the question is what the key holds now.
        var target = new ObjectReference(
            change.Key, change.Kind is ObjectChangeKind.Created ? change.VersionId : null);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.HeadAsync(target, cancellationToken) is not HeadOutcome.Found found)
            {
                return Absent(change);
            }

            try
            {
                return new ExamineOutcome.Fact(await DescribeAsync(change, found.Metadata, cancellationToken));
            }
            catch (JarSourceChangedException)
            {
                // Overwritten or deleted between two ranges: look again.
            }
        }

        return new ExamineOutcome.Ignored(IgnoredReason.Superseded);
    }

    /// <summary>Why a key is none of the catalog's business, or null.</summary>
    internal static IgnoredReason? Foreign(string key) => key switch
    {
        [.., '/'] => IgnoredReason.Folder,
        _ when !key.EndsWith(".jar", StringComparison.OrdinalIgnoreCase) => IgnoredReason.NotAJar,
        _ => null,
    };

    /// <summary>Describes exactly the object state that <paramref name="metadata"/> names.</summary>
    /// <exception cref="JarSourceChangedException">It is not there any more.</exception>
    internal async Task<CatalogFact> DescribeAsync(
        ObjectChange change, ObjectMetadata metadata, CancellationToken cancellationToken)
    {
        var source = new StoredJarSource(store, change.Key, metadata);
        var fileName = change.Key[(change.Key.LastIndexOf('/') + 1)..];
        var outcome = await read(source, fileName, Depth(metadata), cancellationToken);
        var fact = new CatalogFact
        {
            Kind = outcome is JarReadOutcome.Described ? FactKind.Described : FactKind.Rejected,
            Key = change.Key,
            VersionId = metadata.VersionId,
            Sequencer = change.Sequencer,
            At = change.At,
            Size = metadata.Size,
            ETag = metadata.ETag,
            Reader = JarReader.Generation,
        };
        switch (outcome)
        {
            case JarReadOutcome.Described(var read):
                var jar = digest is DigestMode.None ? read : read with { Sha256 = read.Sha256 ?? metadata.Sha256 };
                var name = await descriptions.PutAsync(jar, cancellationToken);
                return fact with { Jar = JarFacts.Summarize(jar, name) };
            case JarReadOutcome.Rejected(var reason, var detail):
                return fact with { Rejection = new Rejection(reason, detail) };
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static ExamineOutcome Absent(ObjectChange change) => change switch
    {
        { Kind: ObjectChangeKind.Created, VersionId: not null } => new ExamineOutcome.Ignored(IgnoredReason.VersionGone),
        { Kind: ObjectChangeKind.Created } => new ExamineOutcome.Ignored(IgnoredReason.Gone),
        _ => new ExamineOutcome.Fact(new CatalogFact
        {
            Kind = FactKind.Removed,
            Key = change.Key,
            VersionId = change.VersionId,
            Sequencer = change.Sequencer,
            At = change.At,
        }),
    };

    private static JarRead Reader(JarReaderOptions options)
    {
        var ranges = new JarReader(options with { Depth = JarReadDepth.Ranges });
        var whole = new JarReader(options with { Depth = JarReadDepth.Whole });
        return (source, fileName, depth, cancellationToken)
            => (depth is JarReadDepth.Whole ? whole : ranges).ReadAsync(source, fileName, cancellationToken);
    }

    private JarReadDepth Depth(ObjectMetadata metadata) => digest switch
    {
        DigestMode.Stream => JarReadDepth.Whole,
        DigestMode.Auto when metadata.Sha256 is null => JarReadDepth.Whole,
        _ => JarReadDepth.Ranges,
    };
}

/// <summary>How a jar is read; a seam for tests.</summary>
internal delegate ValueTask<JarReadOutcome> JarRead(
    IJarSource source, string fileName, JarReadDepth depth, CancellationToken cancellationToken);
