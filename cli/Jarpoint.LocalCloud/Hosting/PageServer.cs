using Jarpoint.Catalog;
using Jarpoint.Catalog.Page;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>
/// The catalog page for a browser, at its place in the bucket: what <c>PublishCatalog</c> put there, and until it did, what
/// this build carries. A header says what a bucket cannot: which content the page may load.
/// </summary>
/// <param name="hasObject">Whether the bucket has a key.</param>
/// <param name="bucket">The bucket with the catalog.</param>
/// <param name="s3">Serves what the bucket has.</param>
internal sealed class PageServer(Func<string, bool> hasObject, string bucket, RequestDelegate s3)
{
    private static readonly string Prefix = new CatalogLayout().Root + CatalogPage.Folder;

    /// <summary>Path of the page on the server.</summary>
    public static string AddressIn(string bucket) => $"/{bucket}/{Prefix}{CatalogPage.IndexName}";

    /// <summary>Whether it is a browser that asks for the page. A signed request never is.</summary>
    public bool Takes(HttpRequest request)
        => HttpMethods.IsGet(request.Method)
            && request.Headers.Authorization.Count == 0
            && (IsRoot(request) || request.Path.StartsWithSegments($"/{bucket}/{Prefix.TrimEnd('/')}"));

    public Task HandleAsync(HttpContext context)
    {
        if (IsRoot(context.Request))
        {
            context.Response.Redirect(AddressIn(bucket));
            return Task.CompletedTask;
        }

        context.Response.Headers.ContentSecurityPolicy = CatalogPage.ContentSecurityPolicy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var key = context.Request.Path.Value![(bucket.Length + 2)..];
        return !hasObject(key) && Carried(key[Prefix.Length..]) is { } asset ? SendAsync(context, asset) : s3(context);
    }

    // Anonymous clients of S3 ask for the list of buckets at the root, but not for a page of text.
    private static bool IsRoot(HttpRequest request)
        => request.Path == "/"
            && request.QueryString.Value is null or ""
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static PageAsset? Carried(string name)
        => CatalogPage.Current.Files.Prepend(CatalogPage.Current.Index)
            .FirstOrDefault(asset => asset.Name == name);

    private static async Task SendAsync(HttpContext context, PageAsset asset)
    {
        context.Response.ContentType = asset.ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(asset.Content, context.RequestAborted);
    }
}
