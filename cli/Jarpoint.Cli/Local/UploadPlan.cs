namespace Jarpoint.Cli.Local;

/// <summary>Which jars a run uploads, and where they come from.</summary>
/// <param name="Uploads">Keys are unique.</param>
/// <param name="Explanation">A sentence for the screen.</param>
internal sealed record UploadPlan(IReadOnlyList<JarUpload> Uploads, string Explanation)
{
    /// <exception cref="UsageException">A folder does not exist or has no jar in it.</exception>
    public static UploadPlan For(IReadOnlyList<string> folders, Func<string, string?> environment)
        => folders.Count > 0 ? FromFolders(folders) : FromMachine(environment);

    private static UploadPlan FromFolders(IReadOnlyList<string> folders)
    {
        foreach (var folder in folders.Where(folder => !Directory.Exists(folder)))
        {
            throw new UsageException($"--jars {folder}: no such folder");
        }

        var uploads = Distinct(folders.SelectMany(MachineJars.In));
        return uploads.Count > 0
            ? new UploadPlan(uploads, $"{uploads.Count} jars of {string.Join(", ", folders)}")
            : throw new UsageException($"--jars {string.Join(", ", folders)}: no file ending in .jar is there");
    }

    private static UploadPlan FromMachine(Func<string, string?> environment)
    {
        var folders = MachineJars.Folders(environment);
        var found = Distinct(folders.SelectMany(MachineJars.In));
        if (found.Count == 0)
        {
            return new UploadPlan(
                [],
                "No jars were found in $SPARK_HOME/jars, ~/.m2/repository, /usr/share/java or /usr/share/maven/lib: "
                + "name a folder with --jars DIR, or upload some yourself as shown below.");
        }

        var uploads = found.Take(MachineJars.Most).ToList();
        var rest = found.Count > uploads.Count
            ? $" (the first {uploads.Count} of {found.Count}; --jars DIR takes all of a folder)"
            : "";
        return new UploadPlan(uploads, $"{uploads.Count} jars of {string.Join(", ", folders)}{rest}");
    }

    private static List<JarUpload> Distinct(IEnumerable<JarUpload> uploads)
        => [.. uploads.DistinctBy(upload => upload.Key, StringComparer.Ordinal)];
}
