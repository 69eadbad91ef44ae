using Jarpoint.Jars.Description;
using Jarpoint.Jars.Entries;

namespace Jarpoint.Jars.Inference;

/// <summary>Whether a jar carries signatures. Nothing is verified.</summary>
internal static class SignatureState
{
    public static JarSignature? Of(JarDirectory directory)
        => directory.SignatureFiles.Count + directory.SignatureBlocks.Count == 0
            ? null
            : new JarSignature(
                [.. directory.SignatureFiles.Concat(directory.SignatureBlocks).Order(StringComparer.Ordinal)]);

    public static IEnumerable<JarWarning> Warnings(JarDirectory directory)
    {
        var files = directory.SignatureFiles.Select(Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var blocks = directory.SignatureBlocks.Select(Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!files.SetEquals(blocks))
        {
            yield return new JarWarning(
                JarWarningCode.SignatureIncomplete,
                "Some signature files have no signature block of the same name, or the reverse.");
        }
    }

    private static string Stem(string name) => name[..name.LastIndexOf('.')];
}
