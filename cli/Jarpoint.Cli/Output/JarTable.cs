using System.Globalization;
using Spectre.Console;

namespace Jarpoint.Cli.Output;

/// <summary>The one table of jars that every command prints.</summary>
internal sealed class JarTable
{
    private readonly Table table = new() { Border = TableBorder.Simple };
    private readonly string? lastColumn;

    /// <param name="place">Heading of the first column: what the jar is found under.</param>
    /// <param name="lastColumn">Heading of an extra right-most column, or null.</param>
    public JarTable(string place, string? lastColumn = null)
    {
        this.lastColumn = lastColumn;
        table.AddColumn(place);
        table.AddColumn("Coordinates");
        table.AddColumn(new TableColumn("Evidence").NoWrap());
        table.AddColumn(new TableColumn("Java").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Scala").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Classes").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Size").RightAligned().NoWrap());
        table.AddColumn("Warnings");
        if (lastColumn is not null)
        {
            table.AddColumn(new TableColumn(lastColumn).RightAligned().NoWrap());
        }
    }

    public void Add(JarRow row, string? last = null)
    {
        string[] cells =
        [
            row.Place,
            row.Rejection is null ? row.Coordinates ?? "unknown" : $"rejected: {row.Rejection}",
            row.Evidence ?? "",
            row.Java ?? "",
            row.Scala ?? "",
            row.Classes?.ToString(CultureInfo.InvariantCulture) ?? "",
            row.Size is { } size ? ByteSize.Text(size) : "",
            string.Join(", ", row.Warnings),
        ];
        var texts = cells.Append(last ?? "").Take(lastColumn is null ? cells.Length : cells.Length + 1);
        table.AddRow(texts.Select(text => new Text(Printable.OneLine(text))));
    }

    public void WriteTo(IAnsiConsole console) => console.Write(table);
}
