namespace Jarpoint.Nodes.Recording;

/// <summary>What is asked of SSM once for a batch of reports, and only when one of them needs it.</summary>
internal sealed record RecordingBatch(VerifyLog Verifies, FailureLog Failures) : IDisposable
{
    public void Dispose()
    {
        Verifies.Dispose();
        Failures.Dispose();
    }
}
