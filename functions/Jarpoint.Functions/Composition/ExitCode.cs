namespace Jarpoint.Functions.Composition;

/// <summary>Why the process ended.</summary>
internal static class ExitCode
{
    /// <summary>It was told to stop.</summary>
    public const int Stopped = 0;

    /// <summary>The function could not start; <c>init/error</c> says why.</summary>
    public const int InitFailed = 1;

    /// <summary>The Runtime API went away or broke its protocol.</summary>
    public const int RuntimeApiLost = 2;

    /// <summary>There is no Runtime API: not started by Lambda.</summary>
    public const int NotInLambda = 3;
}
