namespace Jarpoint.LocalCloud.Machines.Simulated;

/// <summary>Exit codes of the node script.</summary>
internal static class NodeExit
{
    public const int Done = 0;
    public const int SettingWrong = 2;
    public const int NotMountable = 9;
    public const int Dead = 10;
    public const int Unknown = 11;
    public const int NothingMounted = 12;
    public const int Repaired = 13;

    private static readonly int[] WorstFirst = [2, 1, 3, 5, 4, 7, 8, 9, 10, 6, 12, 11, 13, 0];

    public static int Worst(IEnumerable<int> codes)
        => codes.DefaultIfEmpty(Done).MinBy(code => Array.IndexOf(WorstFirst, code));
}
