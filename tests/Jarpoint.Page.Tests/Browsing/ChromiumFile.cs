namespace Jarpoint.Page.Tests.Browsing;

/// <summary>The system's Chromium: Playwright's own is not downloaded.</summary>
internal static class ChromiumFile
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <exception cref="InvalidOperationException">There is none on the PATH.</exception>
    public static string Find()
        => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':')
            .SelectMany(static folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no chromium: apt-get install --no-install-recommends chromium");
}
