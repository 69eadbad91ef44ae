using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Storage;
using Jarpoint.Cli.Index;
using Jarpoint.Cli.Local;
using Jarpoint.Cli.Output;
using Jarpoint.Cli.Resolve;
using Jarpoint.Jars;

namespace Jarpoint.Cli.Push;

/// <summary>One run of <c>jarpoint push</c>: each jar in turn, so that the output reads like the command line.</summary>
internal sealed class PushRun(JarPusher pusher, CatalogWait catalog, TextWriter output, TextWriter error)
{
    private readonly JarReader reader = new(new JarReaderOptions());

    public required PushTarget Target { get; init; }

    /// <summary>Null: nobody waits for the catalog.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Where nodes mount the bucket.</summary>
    public required string Mountpoint { get; init; }

    public bool Json { get; init; }

    public async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var lines = new List<PushLine>();
        foreach (var path in Checked(paths))
        {
            var line = await PushAsync(await ReadAsync(path, cancellationToken), cancellationToken);
            lines.Add(line);
            await output.WriteLineAsync(Json ? JsonSerializer.Serialize(line, PushJson.Default.PushLine) : Text(line));
        }

        var good = lines.Where(static line => line.Good).ToList();
        if (!Json && good.Count > 0)
        {
            await output.WriteLineAsync("spark.jars " + string.Join(',', good.Select(static line => line.Uri)));
        }

        return good.Count == lines.Count ? ExitCodes.Success
            : lines.Exists(static line => line.Status == PushLine.Failed) ? ExitCodes.Failed
            : ExitCodes.Incomplete;
    }

    /// <exception cref="UsageException">One of them cannot be pushed; nothing was sent then.</exception>
    private static IReadOnlyList<string> Checked(IReadOnlyList<string> paths)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var file = new FileInfo(path);
            var problem = Directory.Exists(path) ? "a folder: name its jars"
                : !file.Exists ? "no such file"
                : !file.Name.EndsWith(".jar", StringComparison.Ordinal) ? "does not end in .jar: the catalog would not list it"
                : file.Length > JarPusher.LargestSize ? "larger than 5 GiB: S3 takes no more in one request, and no other "
                    + "upload has a SHA-256 of the whole jar"
                : !names.Add(file.Name) ? $"another file is named {file.Name}"
                : null;
            if (problem is not null)
            {
                throw new UsageException($"{path}: {problem}");
            }
        }

        return paths;
    }

    private async Task<PushedJar> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var outcome = await JarOnDisk.ReadAsync(reader, path, cancellationToken);
        var digest = outcome is JarReadOutcome.Described({ Sha256: { } read })
            ? Convert.FromHexString(read)
            : await JarOnDisk.DigestAsync(path, cancellationToken);
        return new PushedJar(path, Target.KeyOf(path), new FileInfo(path).Length, digest)
        {
            Fault = outcome is JarReadOutcome.Rejected(var reason, var detail) ? RejectionText.Of(reason, detail) : null,
        };
    }

    private async Task<PushLine> PushAsync(PushedJar jar, CancellationToken cancellationToken)
    {
        if (jar.Fault is { } fault)
        {
            // It would hold the key for good: what is published is not replaced.
            return LineOf(jar) with { Status = PushLine.Refused, Reason = $"{fault}; nothing was uploaded" };
        }

        var progress = new UploadProgress(error, jar);
        var outcome = await pusher.PushAsync(jar, progress.Report, cancellationToken);
        progress.Clear();
        var line = LineOf(jar);
        return outcome switch
        {
            PushOutcome.There there => await FollowAsync(
                line with { AlreadyThere = !there.Fresh, VersionId = there.VersionId, Uri = SparkLocation.Of(Mountpoint, jar.Key) },
                there,
                cancellationToken),
            PushOutcome.Occupied there => line with
            {
                Status = PushLine.Refused,
                Reason = $"another jar is there: {ByteSize.Text(there.Size)} of {there.LastModified:yyyy-MM-dd HH:mm:ss}Z, "
                    + (there.Sha256 is { } digest ? $"SHA-256 {digest}" : "uploaded without a SHA-256")
                    + "; a published jar is not replaced: give this one another name or version",
            },
            PushOutcome.Failed failed => line with { Status = PushLine.Failed, Reason = failed.Reason },
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
        };
    }

    private PushLine LineOf(PushedJar jar) => new()
    {
        Path = jar.Path,
        Bucket = Target.Bucket,
        Key = jar.Key,
        Size = jar.Size,
        Sha256 = jar.Digest,
        Status = PushLine.Uploaded,
    };

    private async Task<PushLine> FollowAsync(PushLine line, PushOutcome.There there, CancellationToken cancellationToken)
    {
        if (Wait is not { } limit)
        {
            return line;
        }

        (long Revision, CatalogFact Fact)? listed;
        try
        {
            listed = await catalog.ForAsync(line.Key, there, limit, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or ObjectAccessDeniedException)
        {
            return Unlisted(line, $"uploaded, but the catalog cannot be read: {unreadable.Message}");
        }

        if (listed is not var (revision, fact))
        {
            return Unlisted(
                line,
                $"uploaded, but the catalog does not list it after {limit.TotalSeconds} s; see the dead letters of CatalogJars");
        }

        return fact.Rejection is { } rejection
            ? line with { Status = PushLine.Rejected, Revision = revision, Uri = null, Reason = FactText.Reason(rejection) }
            : line with { Status = PushLine.Catalogued, Revision = revision, Coordinates = FactText.Row(fact).Coordinates };
    }

    private static PushLine Unlisted(PushLine line, string reason)
        => line with { Status = PushLine.Waiting, Uri = null, Reason = reason };

    private static string Text(PushLine line) => Printable.OneLine(
        $"{line.Key}  {(line.AlreadyThere ? "already there" : line.Status)}"
        + (line.Revision is { } revision ? $"  catalog@{FactText.Number(revision)}" : "")
        + (line.Coordinates is { } coordinates ? $"  {coordinates}" : "")
        + (line.Reason is { } reason ? $"  {reason}" : ""));
}
