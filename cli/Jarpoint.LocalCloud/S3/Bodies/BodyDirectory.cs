namespace Jarpoint.LocalCloud.S3.Bodies;

/// <summary>Bodies as files, so that a 300 MB jar never sits in memory.</summary>
internal sealed class BodyDirectory
{
    private readonly string root;

    public BodyDirectory(string root)
    {
        this.root = root;
        Directory.CreateDirectory(root);
    }

    public (string Name, FileStream Content) Create()
    {
        var name = Guid.CreateVersion7().ToString("N");
        return (name, new FileStream(
            PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true));
    }

    /// <summary>Opens every segment at once: what is open survives the removal of its version.</summary>
    public BodyStream Open(IReadOnlyList<BodySegment> segments) =>
        new([.. segments.Select(each => (File.OpenHandle(
            PathOf(each.File), options: FileOptions.Asynchronous, share: FileShare.ReadWrite | FileShare.Delete),
            each.Length))]);

    public void Delete(IEnumerable<BodySegment> segments)
    {
        foreach (var segment in segments)
            File.Delete(PathOf(segment.File));
    }

    /// <summary>Deletes what no version refers to: bodies of a process that was killed before it committed them.</summary>
    public void DeleteAllBut(IReadOnlySet<string> referenced)
    {
        foreach (var path in Directory.EnumerateFiles(root).Where(path => !referenced.Contains(Path.GetFileName(path))))
            File.Delete(path);
    }

    public void DeleteAll() => Directory.Delete(root, recursive: true);

    private string PathOf(string name) => Path.Combine(root, name);
}
