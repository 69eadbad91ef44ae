using System.Text;

namespace Jarpoint.Jars.Content;

/// <summary>Recognises a licence by the title its text opens with. What is not recognised is not guessed at.</summary>
internal static class LicenceText
{
    private const int Opening = 1024;

    private static readonly (string Title, string Also, string Licence)[] Titles =
    [
        ("Apache License", "Version 2.0", "Apache-2.0"),
        ("Eclipse Public License", "v 2.0", "EPL-2.0"),
        ("Eclipse Public License", "v 1.0", "EPL-1.0"),
        ("GNU LESSER GENERAL PUBLIC LICENSE", "Version 3", "LGPL-3.0"),
        ("GNU LESSER GENERAL PUBLIC LICENSE", "Version 2.1", "LGPL-2.1"),
        ("GNU GENERAL PUBLIC LICENSE", "Version 3", "GPL-3.0"),
        ("GNU GENERAL PUBLIC LICENSE", "Version 2", "GPL-2.0"),
        ("Mozilla Public License", "2.0", "MPL-2.0"),
        ("MIT License", "Permission is hereby granted", "MIT"),
    ];

    public static string? Recognise(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Opening)]);
        foreach (var (title, also, licence) in Titles)
        {
            if (text.Contains(title, StringComparison.OrdinalIgnoreCase)
                && text.Contains(also, StringComparison.OrdinalIgnoreCase))
            {
                return licence;
            }
        }

        return null;
    }
}
