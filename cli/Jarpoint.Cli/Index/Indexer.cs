using System.Runtime.CompilerServices;
using Jarpoint.Cli.Output;
using Jarpoint.Jars;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Index;

/// <summary>Describes files on disk, several at a time, and yields the answers in the order of the paths.</summary>
internal sealed class Indexer(JarReader reader, int concurrency)
{
    public async IAsyncEnumerable<IndexLine> DescribeAsync(
        IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<IndexLine>>();
        foreach (var path in paths)
        {
            running.Enqueue(Task.Run(() => DescribeOneAsync(path, cancellationToken), cancellationToken));
            if (running.Count >= concurrency)
            {
                yield return await running.Dequeue();
            }
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next;
        }
    }

    private async Task<IndexLine> DescribeOneAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await JarOnDisk.ReadAsync(reader, path, cancellationToken) switch
            {
                JarReadOutcome.Described(var description) => Described(path, description),
                JarReadOutcome.Rejected(var reason, var detail) => new IndexLine
                {
                    // A person will want to tell which file was refused.
                    Sha256 = Convert.ToHexStringLower(await JarOnDisk.DigestAsync(path, cancellationToken)),
                    Path = path,
                    Status = IndexLine.Rejected,
                    Reason = CamelCase.Of(reason),
                    Detail = detail,
                    Size = new FileInfo(path).Length,
                },
                var other => throw new InvalidOperationException($"Unknown outcome {other}"),
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new IndexLine
            {
                Path = path,
                Status = IndexLine.Rejected,
                Reason = "unreadable",
                Detail = unreadable.Message,
            };
        }
    }

    private static IndexLine Described(string path, JarDescription jar) => new()
    {
        Path = path,
        Status = IndexLine.Described,
        Size = jar.Size,
        Sha256 = jar.Sha256,
        Coordinates = jar.Identity.Coordinates,
        Evidence = CamelCase.Of(jar.Identity.Evidence),
        Disagreements = jar.Identity.Disagreements,
        Scala = jar.Scala?.Binary,
        Java = jar.Java?.Release,
        JavaSampled = jar.Java is { Exact: false },
        Module = jar.Module?.Name,
        MainClass = jar.MainClass,
        MultiRelease = jar.MultiRelease,
        Classes = jar.Classes.Count,
        Warnings = jar.Warnings,
    };
}
