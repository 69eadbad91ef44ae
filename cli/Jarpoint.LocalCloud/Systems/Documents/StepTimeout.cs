using System.Globalization;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>The agent's reading of <c>timeoutSeconds</c>.</summary>
internal static class StepTimeout
{
    private const int Default = 3600;

    /// <summary>
    /// What is not a number of 5 to 172,800 seconds silently becomes an hour: amazon-ssm-agent,
    /// <c>pluginutil.ValidateExecutionTimeout</c>.
    /// </summary>
    public static TimeSpan Read(string text)
        => TimeSpan.FromSeconds(
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 5 and <= 172_800
                ? seconds
                : Default);
}
