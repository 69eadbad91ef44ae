namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>How many invocations of a command ended how.</summary>
internal sealed class CommandTally
{
    private readonly int[] counts = new int[(int)InvocationState.Terminated + 1];

    public int this[InvocationState state] => counts[(int)state];

    public int Completed { get; private set; }

    public int Errors => this[InvocationState.Failed] + this[InvocationState.ExecutionTimedOut];

    public void Add(InvocationState ended)
    {
        counts[(int)ended]++;
        Completed++;
    }
}
