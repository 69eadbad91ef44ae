using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace Jarpoint.Jars.Pom;

/// <summary>Parses a <c>pom.xml</c> as a stream: no document type, no external entity, no tree in memory.</summary>
internal static class PomParser
{
    private const int MaxCharacters = 1 << 20;
    private const int MaxDepth = 64;
    private const int MaxText = 256 << 10;

    /// <summary>The project, or null when the file is not one that can be read.</summary>
    public static PomProject? Parse(byte[] bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = XmlReader.Create(stream, settings);
            var draft = new PomDraft();
            return Read(reader, draft) ? draft.Build() with { Text = draft.StandsAlone ? TextOf(bytes) : null } : null;
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or NotSupportedException)
        {
            // The latter two come from an encoding declaration that names no supported encoding.
            return null;
        }
    }

    // Only what is stored as UTF-8 stays the same text when it is stored again.
    private static string? TextOf(byte[] bytes)
    {
        var text = bytes.Length <= MaxText && Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        var declaration = text?.StartsWith("<?xml", StringComparison.Ordinal) is true ? text[..text.IndexOf('>')] : "UTF-8";
        return declaration.Contains("encoding", StringComparison.Ordinal)
            && !declaration.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) ? null : text;
    }

    private static bool Read(XmlReader reader, PomDraft draft)
    {
        var path = new Stack<string>();
        var text = new StringBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (path.Count == 0 && reader.LocalName != "project")
                    {
                        return false;
                    }

                    text.Clear();
                    path.Push(path.Count == 0 ? reader.LocalName : $"{Bounded(path)}/{reader.LocalName}");
                    draft.Begin(path.Peek());
                    if (reader.IsEmptyElement)
                    {
                        path.Pop();
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    var element = path.Pop();
                    if (text.Length > 0)
                    {
                        draft.Text(element, text.ToString());
                        text.Clear();
                    }

                    break;
            }
        }

        return draft.HasProject;
    }

    private static string Bounded(Stack<string> path)
        => path.Count < MaxDepth ? path.Peek() : throw new XmlException($"Elements nest deeper than {MaxDepth}.");
}
