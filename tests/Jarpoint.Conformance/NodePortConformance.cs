using Xunit;

namespace Jarpoint.Conformance;

/// <summary>A suite over one of the ports of the nodes, with a place of its own for each test.</summary>
/// <typeparam name="T">The port and the hands to arrange what is behind it.</typeparam>
public abstract class NodePortConformance<T> : IAsyncLifetime
    where T : class, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private T? subject;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected T Subject => subject ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync() => subject = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (subject is not null)
        {
            await subject.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task<T> CreateAsync();

    /// <summary>
    /// Everything here is eventually consistent: asks until the answer is as expected, and gives the last one.
    /// </summary>
    protected static async Task<TAnswer> EventuallyAsync<TAnswer>(
        Func<Task<TAnswer>> ask, Func<TAnswer, bool> expected)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(expected);
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var answer = await ask();
            if (expected(answer) || TimeProvider.System.GetUtcNow() > deadline)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
