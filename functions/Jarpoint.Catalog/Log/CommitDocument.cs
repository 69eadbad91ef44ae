using System.Text.Json;
using System.Text.Json.Serialization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Log;

/// <summary>A commit on the wire.</summary>
internal sealed record CommitDocument
{
    [JsonConverter(typeof(DocumentFormat.CommitFormat))]
    public required string Format { get; init; }

    public required Guid Id { get; init; }

    public required long Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<CatalogFact> Facts { get; init; }

    public static byte[] ToBytes(CatalogCommit commit) => JsonSerializer.SerializeToUtf8Bytes(
        new CommitDocument
        {
            Format = DocumentFormat.Commit,
            Id = commit.Id,
            Revision = commit.Revision,
            At = commit.At,
            Facts = commit.Facts,
        },
        Wire.Commit);

    public CatalogCommit ToCommit() => new(Id, Revision, At, Facts);
}
