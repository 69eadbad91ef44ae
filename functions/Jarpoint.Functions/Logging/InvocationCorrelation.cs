namespace Jarpoint.Functions.Logging;

/// <summary>
/// What every log line of an invocation carries. One process handles one invocation at a time, so it is a field and
/// not a scope that each message would walk.
/// </summary>
/// <param name="function">The deployed function's name.</param>
public sealed class InvocationCorrelation(string function)
{
    private int invocations;

    public string Function => function;

    /// <summary>Null while the process starts.</summary>
    public string? RequestId { get; private set; }

    /// <summary>True for the first invocation of this process.</summary>
    public bool ColdStart => invocations <= 1;

    public void Begin(string requestId)
    {
        invocations++;
        RequestId = requestId;
    }
}
