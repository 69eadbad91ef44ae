namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>What stands in for what a machine here does not have. Machines see the file system of this computer.</summary>
internal static class StandIn
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "stand-in", name);
}
