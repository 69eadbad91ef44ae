using System.CommandLine;
using Amazon.Runtime;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Catalog;

/// <summary>The option <c>--catalog</c>, and the work done on what it names.</summary>
internal sealed class CatalogChoice
{
    public const string Variable = "JARPOINT_CATALOG";

    /// <summary>The bucket of a laptop cloud; it has no other unless its host is embedded elsewhere.</summary>
    private const string LocalBucket = "spark-jars";

    public Option<string?> Option { get; } = new("--catalog")
    {
        Description = "s3://BUCKET[/ROOT], or a folder that shows the bucket, such as its mount. "
            + $"Default: {Variable}, else a laptop cloud that runs on this machine.",
        HelpName = "WHERE",
    };

    /// <summary>Opens the catalog and turns its faults into a sentence and an exit code.</summary>
    public async Task<int> RunAsync(
        ParseResult parsed, Func<CatalogSource, CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        var place = await FindAsync(parsed.GetValue(Option), cancellationToken);
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            using var source = CatalogSource.Open(place);
            return await run(source, cancellationToken);
        }
        catch (UnknownRevisionException unknown)
        {
            throw new UsageException($"{place}: {unknown.Message}");
        }
        catch (Exception fault) when (IsOfCatalog(fault))
        {
            await error.WriteLineAsync($"jarpoint: {place}: {fault.Message}");
            return ExitCodes.Failed;
        }
    }

    /// <summary>Faults of the catalog or of its store; a broken pipe of the output is none.</summary>
    private static bool IsOfCatalog(Exception fault) => fault switch
    {
        CatalogDamagedException or UnsupportedFormatException or ObjectAccessDeniedException => true,
        UnauthorizedAccessException or AmazonClientException or AmazonServiceException => true,
        HttpRequestException => true,
        IOException broken => !JarpointCommand.IsPipe(broken),
        _ => false,
    };

    private static async Task<CatalogPlace> FindAsync(string? named, CancellationToken cancellationToken)
    {
        if ((named ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 } text)
        {
            return CatalogPlace.Parse(text);
        }

        var endpoint = new Uri($"http://127.0.0.1:{LocalCloudOptions.DefaultPort}/");
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };
        try
        {
            using var answer = await http.GetAsync(new Uri(endpoint, $"{LocalBucket}?list-type=2&max-keys=0"), cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return new CatalogPlace.Bucket(LocalBucket, Endpoint: endpoint);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException
            || (gone is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Nobody is there, which is the usual case.
        }

        throw new UsageException(
            $"no catalog: name one with --catalog s3://BUCKET or --catalog FOLDER, set {Variable}, or start `jarpoint local`");
    }
}
