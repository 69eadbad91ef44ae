using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.Cli.Resolve;

/// <summary>The jars of a job, pinned: at which revision they were found, and their digests.</summary>
internal sealed record LockFile
{
    public const string Known = "jarpoint.lock/1";

    public required string Format { get; init; }

    public required long Revision { get; init; }

    public required IReadOnlyList<LockedJar> Jars { get; init; }

    /// <exception cref="UsageException">There is none, or it is none.</exception>
    public static async Task<LockFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(path);
            var read = await JsonSerializer.DeserializeAsync(content, ResolveJson.Default.LockFile, cancellationToken);
            return read is { Format: Known, Jars: not null }
                ? read
                : throw new UsageException($"{path}: its format is {read?.Format ?? "none"}; this release reads {Known}");
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"{path}: no lock can be read: {unusable.Message}");
        }
    }

    /// <exception cref="UsageException">It cannot be written there.</exception>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = JsonSerializer.Serialize(this, ResolveJson.Default.LockFile);
            await File.WriteAllTextAsync(path, text + "\n", cancellationToken);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: the lock cannot be written: {unusable.Message}");
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LockFile))]
internal sealed partial class ResolveJson : JsonSerializerContext;
