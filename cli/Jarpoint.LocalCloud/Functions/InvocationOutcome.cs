namespace Jarpoint.LocalCloud.Functions;

/// <summary>What came of one invocation.</summary>
internal abstract record InvocationOutcome
{
    private InvocationOutcome()
    {
    }

    /// <summary>The function answered.</summary>
    public sealed record Succeeded(ReadOnlyMemory<byte> Payload) : InvocationOutcome;

    /// <summary>
    /// The function reported an error, or its process ended (<see cref="FunctionFaults.Exit"/>), was too slow
    /// (<see cref="FunctionFaults.TimedOut"/>), or never got ready.
    /// </summary>
    public sealed record Failed(string ErrorType, string ErrorMessage) : InvocationOutcome;
}
