namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>The scripts that make a machine, carried in the assembly.</summary>
internal static class MachineFiles
{
    /// <summary>Process 1.</summary>
    public static string Init { get; } = Read("machines/machine");

    /// <summary>What runs as <c>mount-s3</c> where there is none.</summary>
    public static string MountS3 { get; } = Read("machines/mount-s3");

    private static string Read(string name)
    {
        using var stream = typeof(MachineFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly does not carry {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
