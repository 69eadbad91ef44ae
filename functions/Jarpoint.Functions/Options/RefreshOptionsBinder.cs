namespace Jarpoint.Functions.Options;

internal static class RefreshOptionsBinder
{
    /// <returns>Of use only when the reader has no faults.</returns>
    public static RefreshOptions Bind(OptionsReader reader)
    {
        var defaults = new RefreshOptions();
        var options = new RefreshOptions
        {
            Quiet = reader.Seconds(OptionNames.RefreshQuiet, defaults.Quiet, 0, 900),
            MaxWait = reader.Seconds(OptionNames.RefreshMaxWait, defaults.MaxWait, 0, 3600),
        };
        if (options.MaxWait < options.Quiet)
        {
            reader.Fault(
                $"{OptionNames.RefreshMaxWait} is '{options.MaxWait.TotalSeconds}' and must not be less than "
                + $"{OptionNames.RefreshQuiet}, '{options.Quiet.TotalSeconds}'");
        }

        return options;
    }
}
