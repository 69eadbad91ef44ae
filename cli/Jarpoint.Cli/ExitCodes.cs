namespace Jarpoint.Cli;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and every jar was described.</summary>
    public const int Success = 0;

    /// <summary>
    /// Done, and there is something to know: jars rejected or not catalogued, nothing found, a difference from the
    /// lock, a finding. The output names it.
    /// </summary>
    public const int Incomplete = 1;

    /// <summary>Not started: the arguments or the machine do not allow it. Standard error says which.</summary>
    public const int Usage = 2;

    /// <summary>The catalog cannot be read, or the bucket not be written: damaged, refused or out of reach. Standard error says which.</summary>
    public const int Failed = 3;

    /// <summary>Interrupted by Ctrl-C, as shells report it.</summary>
    public const int Interrupted = 130;
}
