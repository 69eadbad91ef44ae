using System.Text;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>The request headers that stay with an object, and those that would change its meaning.</summary>
internal static class StoredHeaders
{
    public const string MetadataPrefix = "x-amz-meta-";

    private const int LargestMetadata = 2048;

    private static readonly string[] System =
    [
        "Cache-Control", "Content-Disposition", "Content-Language", "Expires", "x-amz-storage-class",
        "x-amz-website-redirect-location",
    ];

    // Ignoring one of these would store something else than the client asked for.
    private static readonly string[] NotEmulated =
    [
        "x-amz-server-side-encryption-customer-", "x-amz-copy-source-server-side-encryption-customer-",
        "x-amz-object-lock-", "x-amz-tagging", "x-amz-write-offset-bytes", "x-amz-grant-",
    ];

    // Says whether a copy takes the source's tags along; no object here has any.
    private const string TaggingDirective = "x-amz-tagging-directive";

    public static IReadOnlyDictionary<string, string> Read(S3Exchange exchange)
    {
        var stored = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = exchange.Header("Content-Type") ?? "binary/octet-stream",
        };
        if (ContentEncodingOf(exchange.Header("Content-Encoding")) is { Length: > 0 } encoding)
            stored["Content-Encoding"] = encoding;

        foreach (var name in System)
        {
            if (exchange.Header(name) is { } value)
                stored[name] = value;
        }

        var metadataSize = 0;
        foreach (var (name, value) in exchange.Request.Headers)
        {
            if (!name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
                continue;

            stored[name.ToLowerInvariant()] = value.ToString();
            metadataSize += name.Length - MetadataPrefix.Length + Encoding.UTF8.GetByteCount(value.ToString());
        }

        return metadataSize <= LargestMetadata ? stored : throw S3Errors.MetadataTooLarge();
    }

    public static void RefuseWhatIsNotEmulated(S3Exchange exchange)
    {
        foreach (var name in exchange.Request.Headers.Keys)
        {
            if (!name.Equals(TaggingDirective, StringComparison.OrdinalIgnoreCase)
                && NotEmulated.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                throw S3Errors.NotEmulated($"the header {name.ToLowerInvariant()}");
        }
    }

    // `aws-chunked` names the framing of the request, not of the object.
    private static string? ContentEncodingOf(string? header) => header is null ? null : string.Join(
        ',', header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(each => each != "aws-chunked"));
}
