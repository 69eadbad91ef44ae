namespace Jarpoint.Template;

/// <summary>template.yaml, the one definition of the serverless application.</summary>
public static class ApplicationTemplate
{
    /// <summary>Its text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ApplicationTemplate).Assembly.GetManifestResourceStream("template.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
