namespace Jarpoint.Cli.Push;

/// <summary>A jar on disk that is to be uploaded.</summary>
/// <param name="Path">As the person wrote it.</param>
/// <param name="Key">Where it goes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the whole file.</param>
internal sealed record PushedJar(string Path, string Key, long Size, ReadOnlyMemory<byte> Sha256)
{
    /// <summary>Why the catalog would reject it; null when it would not.</summary>
    public string? Fault { get; init; }

    public string Digest => Convert.ToHexStringLower(Sha256.Span);
}
