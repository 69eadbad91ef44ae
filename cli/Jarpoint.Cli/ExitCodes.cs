namespace Jarpoint.Cli;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and every jar was described.</summary>
    public const int Success = 0;

    /// <summary>Done, but some jars were rejected or did not reach the catalog. The output names them.</summary>
    public const int Incomplete = 1;

    /// <summary>Not started: the arguments or the machine do not allow it. Standard error says which.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted by Ctrl-C, as shells report it.</summary>
    public const int Interrupted = 130;
}
