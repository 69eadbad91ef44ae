namespace Jarpoint.Functions.Options;

/// <summary>The configuration is wrong. Its message names every fault there is, not the first one.</summary>
public sealed class InvalidOptionsException(IReadOnlyList<string> faults)
    : Exception("The configuration is not valid: " + string.Join("; ", faults))
{
    /// <summary>One sentence each, naming the variable and its value.</summary>
    public IReadOnlyList<string> Faults => faults;
}
