using Jarpoint.LocalCloud.Hosting;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Tests.Functions;

/// <summary>Holds function processes up inside an invocation, until the test lets them go.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock counting = new();
    private LoopbackServer? server;

    public string Address => server!.Address.ToString();

    public int Waiting { get; private set; }

    /// <summary>Most that ever waited at once.</summary>
    public int Peak { get; private set; }

    public static async Task<Gate> OpenAsync()
    {
        var gate = new Gate();
        gate.server = await LoopbackServer.StartAsync(0, gate.HoldAsync, TestContext.Current.CancellationToken);
        return gate;
    }

    public void Release() => released.TrySetResult();

    public ValueTask DisposeAsync()
    {
        Release();
        return server!.DisposeAsync();
    }

    private async Task HoldAsync(HttpContext context)
    {
        Count(1);
        await released.Task;
        Count(-1);
    }

    private void Count(int change)
    {
        lock (counting)
        {
            Waiting += change;
            Peak = Math.Max(Peak, Waiting);
        }
    }
}
