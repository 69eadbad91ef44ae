namespace Jarpoint.LocalCloud.Functions;

/// <summary>Error types that Lambda itself gives an invocation.</summary>
internal static class FunctionFaults
{
    public const string Exit = "Runtime.ExitError";

    public const string TimedOut = "Sandbox.Timedout";

    /// <summary>For an error that the function reported without a type.</summary>
    public const string Unknown = "Runtime.Unknown";
}
