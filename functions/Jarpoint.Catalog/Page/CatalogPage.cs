using System.Security.Cryptography;
using System.Text;

namespace Jarpoint.Catalog.Page;

/// <summary>
/// The catalog page, as this build carries it. All files but <c>index.html</c> lie in a folder named by the digest of
/// them all, so that a browser may keep them for ever and never mixes those of two releases.
/// </summary>
public sealed class CatalogPage
{
    /// <summary>Prefix of the page below the catalog's root.</summary>
    public const string Folder = "page/";

    public const string IndexName = "index.html";

    /// <summary>
    /// Sent as a header where a server can; the page has the same in a meta element, where the last directive says nothing.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types worker; "
        + "frame-ancestors 'none'";

    private const string ResourcePrefix = "page/";
    private const string FolderMark = "{{assets}}";
    private const int DigestLength = 16;

    private CatalogPage(PageAsset index, IReadOnlyList<PageAsset> files)
    {
        Index = index;
        Files = files;
    }

    /// <summary>The page of this build.</summary>
    public static CatalogPage Current { get; } = Read();

    /// <summary>What names all other files: published, it says that they are there.</summary>
    public PageAsset Index { get; }

    /// <summary>All but <see cref="Index"/>, in the order of their names.</summary>
    public IReadOnlyList<PageAsset> Files { get; }

    private static CatalogPage Read()
    {
        var contents = typeof(CatalogPage).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static name => (Name: name[ResourcePrefix.Length..], Content: Read(name)))
            .ToArray();
        var folder = Digest(contents);
        var index = Encoding.UTF8.GetString(contents.Single(static each => each.Name == IndexName).Content)
            .Replace(FolderMark, folder, StringComparison.Ordinal);
        return new CatalogPage(
            new PageAsset(IndexName, ContentType(IndexName), Encoding.UTF8.GetBytes(index)),
            [
                .. contents.Where(static each => each.Name != IndexName)
                    .Select(each => new PageAsset($"{folder}/{each.Name}", ContentType(each.Name), each.Content)),
            ]);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(CatalogPage).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static string Digest((string Name, byte[] Content)[] contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in contents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..DigestLength];
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The page's file {name} has an extension of no known type: {other}"),
    };
}
