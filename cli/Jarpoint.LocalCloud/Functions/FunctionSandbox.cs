using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>One execution environment: a process and the Runtime API that only it talks to.</summary>
internal sealed class FunctionSandbox : IAsyncDisposable
{
    /// <summary>
    /// How long a process may take to ask for its first event. Lambda gives 10 seconds; a laptop that compiles beside
    /// it needs more.
    /// </summary>
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(60);

    private readonly FunctionProcess process;
    private readonly LoopbackServer server;
    private readonly RuntimeSession session;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private Task? stopped;

    private FunctionSandbox(FunctionProcess process, LoopbackServer server, RuntimeSession session, TimeProvider time)
    {
        (this.process, this.server, this.session, this.time) = (process, server, session, time);
        _ = EndWithProcessAsync();
    }

    public int ProcessId => process.Id;

    /// <summary>False once an invocation ended with the process, or the process ended by itself.</summary>
    public bool IsUsable => !session.HasEnded;

    public static async Task<FunctionSandbox> StartAsync(
        FunctionDefinition function,
        LocalAccount account,
        FunctionLog log,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var session = new RuntimeSession();
        var endpoint = new RuntimeApiEndpoint(session, account.FunctionArn(function.Name), time);
        var server = await LoopbackServer.StartAsync(0, endpoint.HandleAsync, cancellationToken);
        try
        {
            var stream = $"{time.GetUtcNow():yyyy'/'MM'/'dd}/[$LATEST]{Guid.NewGuid():N}";
            var process = FunctionProcess.Start(
                function.Bootstrap,
                FunctionEnvironment.For(function, account, server.Address.Authority, stream),
                (id, text) => log.Write(function.Name, id, text),
                time);
            return new FunctionSandbox(process, server, session, time);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one invocation to its outcome.</summary>
    /// <param name="invocation">What to run.</param>
    /// <param name="killAfter">Chaos: when to kill the process, from the moment it took the event.</param>
    public async Task<InvocationOutcome> InvokeAsync(Invocation invocation, TimeSpan? killAfter)
    {
        session.Offer(invocation);
        var took = await EndsWithinAsync(Task.WhenAny(invocation.HandedOut, invocation.Outcome), InitLimit);
        if (!took)
        {
            End(FunctionFaults.TimedOut, $"Init timed out after {InitLimit.TotalSeconds:F2} seconds");
        }

        if (killAfter is { } moment
            && moment < invocation.Timeout
            && !await EndsWithinAsync(invocation.Outcome, moment))
        {
            process.Kill();
        }

        if (!await EndsWithinAsync(invocation.Outcome, invocation.Timeout))
        {
            End(
                FunctionFaults.TimedOut,
                $"RequestId: {invocation.RequestId} Error: "
                + $"Task timed out after {invocation.Timeout.TotalSeconds:F2} seconds");
        }

        return await invocation.Outcome;
    }

    /// <summary>
    /// Stops process and server; the invocation under way, if any, has a moment to end. May be called twice.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            return new ValueTask(stopped ??= StopAsync());
        }
    }

    private async Task StopAsync()
    {
        // The process first: its `next` would otherwise end in an error that nobody needs to read.
        await process.StopAsync();
        await server.DisposeAsync();
        await process.DisposeAsync();
    }

    private void End(string errorType, string message)
    {
        session.End(new InvocationOutcome.Failed(errorType, message));
        process.Kill();
    }

    private async Task EndWithProcessAsync()
    {
        var ending = await process.Exited;
        session.End(new InvocationOutcome.Failed(
            FunctionFaults.Exit, $"Error: Runtime exited with error: {ending}"));
    }

    private async Task<bool> EndsWithinAsync(Task task, TimeSpan limit)
    {
        await task.WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }
}
