using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>The constraints of the service's model. Throws ValidationException.</summary>
internal static partial class Constraint
{
    public static T Required<T>(T? value, string name)
        where T : class
        => value ?? throw SsmErrors.Validation($"Value null at '{name}' failed to satisfy constraint: not null");

    public static int Between(int? value, int least, int most, int otherwise, string name)
        => value is null ? otherwise
            : value >= least && value <= most ? value.Value
            : throw SsmErrors.Validation(
                $"Value '{value}' at '{name}' failed to satisfy constraint: between {least} and {most}");

    public static void AtMost(int count, int most, string name)
    {
        if (count > most)
            throw SsmErrors.Validation($"Value at '{name}' failed to satisfy constraint: at most {most}, not {count}");
    }

    public static string CommandId(string? value)
        => Required(value, "commandId").Length == 36
            ? value!
            : throw SsmErrors.Validation($"Value '{value}' at 'commandId' failed to satisfy constraint: 36 characters");

    public static string InstanceId(string? value)
        => InstanceIdShape().IsMatch(Required(value, "instanceId"))
            ? value!
            : throw SsmErrors.Validation($"Value '{value}' at 'instanceId' is not an instance id");

    [GeneratedRegex(@"\A(i-(\w{8}|\w{17})|mi-\w{17})\z", RegexOptions.CultureInvariant)]
    private static partial Regex InstanceIdShape();
}
