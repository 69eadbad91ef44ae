using Jarpoint.LocalCloud.Functions;

namespace Jarpoint.Cli.Local;

/// <summary>Finds the Lambda executable: .NET assemblies beside a built command, a native file beside a native one.</summary>
internal static class BootstrapFile
{
    /// <param name="given">A native <c>bootstrap</c> or a <c>bootstrap.dll</c>, or null for the one beside this program.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static BootstrapCommand Find(string? given)
    {
        if (given is not null)
        {
            return File.Exists(given)
                ? BootstrapCommand.For(given)
                : throw new UsageException($"--bootstrap {given}: no such file");
        }

        var here = AppContext.BaseDirectory;
        string[] candidates = [Path.Combine(here, "lambda", "bootstrap.dll"), Path.Combine(here, "bootstrap")];
        return candidates.FirstOrDefault(File.Exists) is { } built
            ? BootstrapCommand.For(built)
            : throw new UsageException(
                $"no Lambda executable beside this command ({string.Join(", ", candidates)}); name one with --bootstrap FILE");
    }
}
