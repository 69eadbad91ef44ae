using System.Globalization;
using System.Xml;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>What all listings have in common.</summary>
internal sealed record ListingParameters(string Prefix, string Delimiter, int MaxKeys, string? EncodingType)
{
    private const int Most = 1000;

    public static ListingParameters Read(S3Exchange exchange, string maxName = "max-keys") => new(
        exchange.Query["prefix"] ?? "",
        exchange.Query["delimiter"] ?? "",
        MaxOf(exchange.Query[maxName], maxName),
        exchange.Query["encoding-type"] switch
        {
            null or "" => null,
            "url" => "url",
            var other => throw S3Errors.InvalidArgument("encoding-type", other, "Invalid Encoding Method specified in Request"),
        });

    public string Encode(string text) => EncodingType is null ? text : KeyEncoding.Url(text);

    public string? EncodeOrNull(string? text) => text is null ? null : Encode(text);

    public void WriteEcho(XmlWriter xml, S3Exchange exchange)
    {
        xml.Element("Name", exchange.Bucket);
        xml.Element("Prefix", Encode(Prefix));
        if (Delimiter.Length > 0)
            xml.Element("Delimiter", Encode(Delimiter));
        xml.Element("MaxKeys", MaxKeys);
        xml.Element("EncodingType", EncodingType);
    }

    public void WriteCommonPrefixes(XmlWriter xml, IReadOnlyList<string> prefixes)
    {
        foreach (var prefix in prefixes)
            xml.Nested("CommonPrefixes", () => xml.Element("Prefix", Encode(prefix)));
    }

    public void WriteObject(XmlWriter xml, ListedVersion listed, bool withOwner) => xml.Nested("Contents", () =>
    {
        xml.Element("Key", Encode(listed.Key));
        WriteState(xml, listed.Version);
        if (withOwner)
            xml.Owner();
    });

    public static void WriteState(XmlWriter xml, ObjectVersion version)
    {
        xml.Element("LastModified", version.LastModified);
        xml.ETag(version.ETag);
        foreach (var checksum in version.Checksums)
        {
            xml.Element("ChecksumAlgorithm", Checksums.ChecksumNames.Wire(checksum.Algorithm));
            xml.Element("ChecksumType", checksum.WireType);
        }

        xml.Element("Size", version.Size);
        xml.Element("StorageClass", version.Headers.GetValueOrDefault("x-amz-storage-class", "STANDARD"));
    }

    private static int MaxOf(string? text, string name) => string.IsNullOrEmpty(text) ? Most
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var max) ? Math.Min(max, Most)
        : throw S3Errors.InvalidArgument(name, text, "Provided max-keys not an integer or within integer range");
}
