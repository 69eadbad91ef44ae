namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>A control group of version 2 that stands for the root of a machine's.</summary>
internal sealed class ControlGroup : IDisposable
{
    private ControlGroup(string path) => Path = path;

    public string Path { get; }

    /// <summary>Skips the test where this computer has none to give.</summary>
    public static ControlGroup Create()
    {
        var root = File.ReadLines("/proc/mounts").Select(line => line.Split(' '))
            .FirstOrDefault(mount => mount[2] == "cgroup2")?[1];
        Assert.SkipWhen(root is null, "no cgroup2 file system is mounted");
        var path = System.IO.Path.Combine(root!, $"jarpoint-test-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Assert.Skip($"no control group can be made: {refused.Message}");
        }

        return new ControlGroup(path);
    }

    /// <summary>Ends what still is in it, and removes it.</summary>
    public void Dispose()
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "cgroup.kill"), "1");
        SpinWait.SpinUntil(
            () => File.ReadAllText(System.IO.Path.Combine(Path, "cgroup.events"))
                .Contains("populated 0", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30));
        foreach (var child in Directory.GetDirectories(Path))
        {
            Directory.Delete(child);
        }

        Directory.Delete(Path);
    }
}
