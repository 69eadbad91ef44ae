using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Jarpoint.Cli.Output;
using Jarpoint.Jars;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Sources;

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
            using var source = FileJarSource.Open(path);
            return await reader.ReadAsync(source, Path.GetFileName(path), cancellationToken) switch
            {
                JarReadOutcome.Described(var description) => Described(path, description),
                JarReadOutcome.Rejected(var reason, var detail) => new IndexLine
                {
                    Sha256 = await DigestAsync(path, cancellationToken),
                    Path = path,
                    Status = IndexLine.Rejected,
                    Reason = CamelCase.Of(reason),
                    Detail = detail,
                    Size = source.Size,
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

    // No description has it, and a person will want to tell which file was refused.
    private static async Task<string> DigestAsync(string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
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
