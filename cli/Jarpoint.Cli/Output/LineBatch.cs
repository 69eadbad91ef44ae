using System.Runtime.CompilerServices;
using System.Text;

namespace Jarpoint.Cli.Output;

/// <summary>Lines on their way out, many in one write: a call of the system for each costs more than the line.</summary>
internal sealed class LineBatch(TextWriter output)
{
    private const int Enough = 16 << 10;

    private readonly StringBuilder held = new();

    public async ValueTask AddAsync(string line)
    {
        held.Append(line).Append(output.NewLine);
        if (held.Length >= Enough)
        {
            await FlushAsync();
        }
    }

    public async ValueTask FlushAsync()
    {
        if (held.Length > 0)
        {
            await output.WriteAsync(held);
            held.Clear();
        }
    }

    /// <summary>The items; what is held back is written whenever the next one is not there yet.</summary>
    public async IAsyncEnumerable<T> FlushBetweenAsync<T>(
        IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var all = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var next = all.MoveNextAsync();
            if (!next.IsCompleted)
            {
                await FlushAsync();
            }

            if (!await next)
            {
                break;
            }

            yield return all.Current;
        }

        await FlushAsync();
    }
}
