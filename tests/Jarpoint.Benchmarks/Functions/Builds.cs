namespace Jarpoint.Benchmarks.Functions;

/// <summary>Where the two builds of the Lambda executable are.</summary>
internal static class Builds
{
    /// <summary>The one built with the benchmarks.</summary>
    public static string Jit => Path.Combine(AppContext.BaseDirectory, "lambda", "bootstrap");

    /// <summary>Named by <c>JARPOINT_BOOTSTRAP</c>, or where the test command publishes it; null when there is none.</summary>
    public static string? Native()
    {
        var path = Environment.GetEnvironmentVariable("JARPOINT_BOOTSTRAP")
            ?? "artifacts/bootstrap/linux-x64/bootstrap";
        if (File.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        Console.Error.WriteLine($"no native build at {path}: make it with functions/publish linux-x64 artifacts/bootstrap/linux-x64");
        return null;
    }
}
