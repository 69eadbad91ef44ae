namespace Jarpoint.LocalCloud.Functions;

/// <summary>The latest log lines of all functions. Safe for concurrent use.</summary>
public sealed class FunctionLog(TimeProvider time, TextWriter? copy = null, int capacity = 10_000)
{
    private readonly Lock gate = new();
    private readonly Queue<FunctionLogLine> lines = new();

    /// <summary>The lines still kept, oldest first.</summary>
    public IReadOnlyList<FunctionLogLine> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    internal void Write(string function, int processId, string text)
    {
        lock (gate)
        {
            if (lines.Count == capacity)
            {
                lines.Dequeue();
            }

            lines.Enqueue(new FunctionLogLine(time.GetUtcNow(), function, processId, text));
            copy?.WriteLine($"{function}[{processId}] {text}");
        }
    }
}
