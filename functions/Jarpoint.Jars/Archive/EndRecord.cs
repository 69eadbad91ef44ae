namespace Jarpoint.Jars.Archive;

/// <summary>Where the central directory is, after zip64 and prepended data are accounted for.</summary>
/// <param name="DirectoryOffset">Absolute position of the first central header.</param>
/// <param name="DirectoryBytes">Length of all central headers.</param>
/// <param name="Entries">Entries the archive claims to have.</param>
/// <param name="Prefix">
/// Bytes in front of the archive, such as a launcher script; every stored offset lacks them.
/// </param>
/// <param name="TrailingBytes">Bytes behind the archive's comment.</param>
internal sealed record EndRecord(
    long DirectoryOffset, long DirectoryBytes, long Entries, long Prefix, long TrailingBytes);
