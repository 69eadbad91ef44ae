using System.Text;

namespace Jarpoint.Jars.Content;

/// <summary>A provider-configuration file: one class a line, <c>#</c> begins a comment.</summary>
internal static class ServiceFile
{
    private const int KeptProviders = 5_000;

    public static IReadOnlyList<string> Parse(ReadOnlySpan<byte> bytes)
    {
        var providers = new List<string>();
        foreach (var line in bytes.SplitAny("\r\n"u8))
        {
            var text = bytes[line];
            var comment = text.IndexOf((byte)'#');
            text = (comment < 0 ? text : text[..comment]).Trim(" \t"u8);
            if (!text.IsEmpty && providers.Count < KeptProviders)
            {
                providers.Add(Encoding.UTF8.GetString(text));
            }
        }

        return [.. providers.Distinct(StringComparer.Ordinal)];
    }
}
