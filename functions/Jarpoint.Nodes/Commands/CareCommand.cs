namespace Jarpoint.Nodes.Commands;

/// <summary>Commands of the care document, for the whole fleet.</summary>
internal static class CareCommand
{
    public const string Action = "Action";
    public const string Verify = "verify";

    private const string Directories = "Directories";

    public static NodeCommand ToVerify(NodePolicy policy) => new(
        policy.CareDocument,
        new Dictionary<string, string> { [Action] = Verify },
        policy.DeliveryTimeout)
    {
        Comment = "Verify the mounts of every node",
    };

    public static NodeCommand ToRefresh(NodePolicy policy, string directories) => new(
        policy.CareDocument,
        new Dictionary<string, string> { [Action] = "refresh", [Directories] = directories },
        policy.DeliveryTimeout)
    {
        Comment = "Show changed jars on every node",
    };

    public static bool IsVerify(CommandSummary command)
        => command.Parameters.TryGetValue(Action, out var action) && action == Verify;
}
