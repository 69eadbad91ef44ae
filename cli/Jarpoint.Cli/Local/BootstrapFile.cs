using Jarpoint.LocalCloud.Functions;

namespace Jarpoint.Cli.Local;

/// <summary>Finds the Lambda executable.</summary>
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

        var built = Path.Combine(AppContext.BaseDirectory, "lambda", "bootstrap.dll");
        return File.Exists(built)
            ? BootstrapCommand.For(built)
            : throw new UsageException($"{built} is missing; name the Lambda executable with --bootstrap FILE");
    }
}
