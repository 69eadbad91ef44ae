using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Snapshots;

namespace Jarpoint.Catalog.Json;

/// <summary>
/// The documents of the catalog as they are stored. Keys stay legible (<c>+</c> and letters beyond ASCII as they are):
/// no document is ever embedded in HTML.
/// </summary>
internal static class Wire
{
    private static readonly CatalogJson Catalog = new(Legible(CatalogJson.Default.Options));
    private static readonly DescriptionJson Descriptions = new(Legible(DescriptionJson.Default.Options));

    public static JsonTypeInfo<CatalogFact> Fact => Catalog.CatalogFact;

    public static JsonTypeInfo<Rejection> Rejection => Catalog.Rejection;

    public static JsonTypeInfo<CommitDocument> Commit => Catalog.CommitDocument;

    public static JsonTypeInfo<HeadDocument> Head => Catalog.HeadDocument;

    public static JsonTypeInfo<MarkDocument> Mark => Catalog.MarkDocument;

    public static JsonTypeInfo<DescriptionDocument> Description => Descriptions.DescriptionDocument;

    /// <summary>For documents that are written by hand.</summary>
    public static JsonWriterOptions Written { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static JsonSerializerOptions Legible(JsonSerializerOptions options)
        => new(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
