namespace Jarpoint.NodeDocument.Tests;

/// <summary>The settings the script itself lists.</summary>
internal static class NodeSettings
{
    /// <summary>Rows of the script's table: <c>'NAME scope default pattern'</c>, as it is written.</summary>
    public static IEnumerable<string> Names()
        => NodeScriptText.Lines()
            .SkipWhile(line => line != "readonly setting_rows=(").Skip(1)
            .TakeWhile(line => line != ")")
            .Select(line => "JARPOINT_" + line.Trim().TrimStart('\'').Split(' ')[0]);
}
