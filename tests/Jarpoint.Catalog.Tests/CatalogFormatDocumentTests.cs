using System.Text;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Jars;
using Jarpoint.Jars.Description;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests;

/// <summary>The examples of docs/catalog-format.md are what this release writes, byte for byte.</summary>
public sealed class CatalogFormatDocumentTests
{
    private const string EmptyETag = "d41d8cd98f00b204e9800998ecf8427e";

    private static readonly string[] Examples = ReadExamples();

    [Fact]
    public void The_commit_of_the_document_is_what_a_writer_writes()
    {
        var commit = new CatalogCommit(
            Guid.Parse("6f2b1c1e-0d5a-4c59-9a52-0f1d3e5b7a90"), 42, Noon.AddSeconds(3), [Described(), Broken(), Old()]);

        Encoding.UTF8.GetString(CommitDocument.ToBytes(commit)).ShouldBe(Examples[0]);
    }

    [Fact]
    public void The_snapshot_of_the_document_is_what_a_publisher_writes()
    {
        var fold = new CatalogFold();
        fold.Add(Old());
        fold.Add(Old() with { Key = "jars/gone.jar", Sequencer = "0062E99A88DC407463", At = Noon.AddSeconds(4) });
        fold.Add(Broken() with { Key = "jars/old.jar", Sequencer = null, At = Noon.AddSeconds(9) });
        using var buffer = new MemoryStream();
        SnapshotWriter.Write(buffer, 43, fold.ToState());

        Encoding.UTF8.GetString(buffer.ToArray()).ShouldBe(Examples[1] + "\n");
    }

    [Fact]
    public async Task The_head_of_the_document_is_what_a_publisher_writes()
    {
        var catalog = new TestCatalog();
        await catalog.Heads.WriteAsync(43, new HintOutcome.Missing(), Cancellation);
        var found = (await catalog.Store.GetAsync(new Catalog.Storage.ObjectReference(Layout.Head), Cancellation))
            .ShouldBeOfType<Catalog.Storage.GetOutcome.Found>();
        using var text = new StreamReader(found.Content);

        (await text.ReadToEndAsync(Cancellation)).ShouldBe(Examples[2]);
    }

    [Fact]
    public async Task The_documents_of_the_document_can_be_read()
    {
        var catalog = new TestCatalog();
        await catalog.PutTextAsync(Layout.Log(42), Examples[0]);

        (await catalog.Log.TryReadAsync(42, Cancellation)).ShouldNotBeNull()
            .Facts.Select(static fact => fact.Kind).ShouldBe([FactKind.Described, FactKind.Rejected, FactKind.Removed]);
    }

    private static CatalogFact Described() => new()
    {
        Kind = FactKind.Described,
        Key = "jars/demo_2.12-1.0+build.jar",
        VersionId = "3sL4kqtJlcpXroDTDmJ",
        Sequencer = "0062E99A88DC407460",
        At = Noon,
        Size = 48213,
        ETag = "9b2cf535f27731c974343645a3985328",
        Reader = 1,
        Jar = new JarSummary
        {
            Description = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
            GroupId = "org.example",
            ArtifactId = "demo_2.12",
            Version = "1.0+build",
            Evidence = EvidenceKind.PomProperties,
            Sha256 = "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",
            Scala = "2.12",
            Java = 8,
            Classes = 31,
            Warnings = ["shaded"],
        },
    };

    private static CatalogFact Broken() => new()
    {
        Kind = FactKind.Rejected,
        Key = "jars/broken.jar",
        Sequencer = "0062E99A88DC407461",
        At = Noon.AddSeconds(1),
        Size = 0,
        ETag = EmptyETag,
        Reader = 1,
        Rejection = new Rejection(RejectionReason.Empty, "The object has no bytes."),
    };

    private static CatalogFact Old() => new()
    {
        Kind = FactKind.Removed,
        Key = "jars/old.jar",
        Sequencer = "0062E99A88DC407462",
        At = Noon.AddSeconds(2),
    };

    private static string[] ReadExamples()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "catalog-format.md"));
        return
        [
            .. Enumerable.Range(0, lines.Length).Where(i => lines[i] == "```json")
                .Select(i => string.Join('\n', lines.Skip(i + 1).TakeWhile(static line => line != "```"))),
        ];
    }
}
