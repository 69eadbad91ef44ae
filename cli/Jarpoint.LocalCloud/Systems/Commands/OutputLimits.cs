namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>How much of a script's output the service keeps, in characters.</summary>
internal static class OutputLimits
{
    /// <summary>Of standard output, in GetCommandInvocation.</summary>
    public const int Standard = 24_000;

    /// <summary>Of standard error, in GetCommandInvocation.</summary>
    public const int Error = 8_000;

    /// <summary>Of both together, in ListCommandInvocations.</summary>
    public const int Listed = 2_500;

    // The agent's own marks: amazon-ssm-agent, pluginutil.StringPrefix and iohandler.
    private const string CutOff = "--output truncated--";
    private const string ErrorTitle = "\n----------ERROR-------\n";

    public static string Cut(string text, int most)
        => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - CutOff.Length), CutOff);

    public static string Combine(string output, string error)
    {
        if (error.Length == 0)
            return Cut(output, Listed);

        // Whichever is short leaves its room to the other.
        var room = Listed - ErrorTitle.Length;
        var forError = Math.Min(error.Length, Math.Max(room / 2, room - output.Length));
        return Cut(output, room - forError) + ErrorTitle + Cut(error, forError);
    }
}
