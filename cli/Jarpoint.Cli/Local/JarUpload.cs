namespace Jarpoint.Cli.Local;

/// <summary>A jar on disk and the key it is uploaded under.</summary>
internal sealed record JarUpload(string Path, string Key);
