namespace Jarpoint.Cdk.Tests.Synthesis;

/// <summary>A folder for CDK's temporary files, of which every process leaves some 100 MB behind.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable("TMPDIR");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jarpoint-cdk-tests-");

    public Scratch()
    {
        // Before the first construct: the Node process takes over what is set then.
        Environment.SetEnvironmentVariable("TMPDIR", folder.FullName);
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
    }

    public string Folder(string name) => folder.CreateSubdirectory(name).FullName;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TMPDIR", before);
        folder.Delete(recursive: true);
    }
}
