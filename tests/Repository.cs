namespace Jarpoint.Tests;

/// <summary>The checkout the tests were built in. Compiled paths do not tell: a reproducible build hides them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "Serverless.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
