using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Recording;

/// <summary>
/// How commands failed on the nodes of a batch: where one failed on several, all its failures are read at once, a page
/// of them for the price of one.
/// </summary>
internal sealed class FailureLog(ICommandRunner commands, IEnumerable<InvocationReport> reports) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, Dictionary<InstanceId, CommandInvocation>> read = [];
    private readonly HashSet<string> shared =
    [
        .. reports.Where(static report => report.Status is not InvocationStatus.Success)
            .DistinctBy(static report => (report.CommandId, report.Instance))
            .CountBy(static report => report.CommandId)
            .Where(static command => command.Value > 1).Select(static command => command.Key),
    ];

    /// <summary>Null while SSM does not have it.</summary>
    public async Task<CommandInvocation?> FindAsync(InvocationReport report, CancellationToken cancellationToken)
    {
        if (!shared.Contains(report.CommandId))
        {
            return await commands.InvocationAsync(report.CommandId, report.Instance, cancellationToken);
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!read.TryGetValue(report.CommandId, out var failures))
            {
                failures = [];
                foreach (var failure in await commands.FailuresAsync(report.CommandId, cancellationToken))
                {
                    failures[failure.Instance] = failure;
                }

                read[report.CommandId] = failures;
            }

            return failures.GetValueOrDefault(report.Instance);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
