namespace Jarpoint.Cli.Output;

/// <summary>
/// A table written while its rows arrive: the first rows set the widths, later ones follow at once. Cells are cut to
/// fit a terminal and never cut in a file or a pipe.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="width">Characters of the terminal's line, or null when there is none.</param>
/// <param name="columns">Left to right.</param>
internal sealed class RowWriter(TextWriter output, int? width, params Column[] columns)
{
    private const int Sampled = 50;
    private const int Narrowest = 10;
    private const string Gap = "  ";

    private readonly List<string[]> first = [];
    private readonly LineBatch lines = new(output);
    private int[]? widths;

    public int Count { get; private set; }

    /// <summary>Adds the rows that come, and writes them whenever the next one is not there yet.</summary>
    public async Task AddAllAsync<T>(
        IAsyncEnumerable<T> items, Func<T, string?[]> cells, CancellationToken cancellationToken)
    {
        await foreach (var item in lines.FlushBetweenAsync(items, cancellationToken))
        {
            await AddAsync(cells(item));
        }

        await CompleteAsync();
    }

    public async Task AddAsync(params string?[] cells)
    {
        Count++;
        var row = cells.Select(static cell => Printable.OneLine(cell ?? "")).ToArray();
        if (widths is not null)
        {
            await WriteAsync(row, widths);
            return;
        }

        first.Add(row);
        if (first.Count == Sampled)
        {
            await WriteFirstAsync();
        }
    }

    /// <summary>Writes what is still held back.</summary>
    public async Task CompleteAsync()
    {
        await WriteFirstAsync();
        await lines.FlushAsync();
    }

    private async Task WriteFirstAsync()
    {
        if (widths is null && first.Count > 0)
        {
            widths = Measure();
            await WriteAsync([.. columns.Select(static column => column.Heading)], widths);
            foreach (var row in first)
            {
                await WriteAsync(row, widths);
            }
        }
    }

    private int[] Measure()
    {
        var measured = columns
            .Select((column, i) => Math.Max(column.Heading.Length, first.Max(row => row[i].Length)))
            .ToArray();
        if (width is not { } limit)
        {
            return measured;
        }

        foreach (var i in columns.Index().Where(static column => column.Item.Rank > 0)
                     .OrderByDescending(static column => column.Item.Rank).Select(static column => column.Index))
        {
            measured[i] = Total(measured) > limit ? 0 : measured[i];
        }

        while (Total(measured) > limit && measured.Max() > Narrowest)
        {
            measured[Array.IndexOf(measured, measured.Max())]--;
        }

        return measured;
    }

    private static int Total(int[] measured)
        => measured.Sum() + (Gap.Length * (measured.Count(static one => one > 0) - 1));

    private ValueTask WriteAsync(string[] row, int[] measured)
    {
        var cells = columns.Select((column, i) => (column, Text: Fit(row[i], measured[i]), Width: measured[i]))
            .Where(static cell => cell.Width > 0)
            .Select(static cell => cell.column.Right ? cell.Text.PadLeft(cell.Width) : cell.Text.PadRight(cell.Width));
        return lines.AddAsync(string.Join(Gap, cells).TrimEnd());
    }

    private string Fit(string text, int measured)
        => width is null || text.Length <= measured ? text
            : measured == 0 ? ""
            : $"{text.AsSpan(0, measured - 1)}…";
}
