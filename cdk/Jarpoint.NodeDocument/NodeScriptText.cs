using System.Security.Cryptography;
using System.Text;

namespace Jarpoint.NodeDocument;

/// <summary>The node script as one file, as <c>cdk/node/bundle</c> prints it: for user data and DaemonSets too.</summary>
public static class NodeScriptText
{
    /// <summary>File name of the script's copy on a node.</summary>
    public const string FileName = "jarpoint-node";

    private static readonly Lazy<string> Text = new(Read);

    public static string Whole => Text.Value;

    /// <summary>SHA-256 of the file in lower-case hexadecimal.</summary>
    public static string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Whole)));

    /// <summary>Without the line feeds, which the SSM agent puts between them.</summary>
    public static IReadOnlyList<string> Lines() => Whole.TrimEnd('\n').Split('\n');

    private static string Read()
    {
        using var stream = typeof(NodeScriptText).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The assembly carries no resource '{FileName}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
