using System.Globalization;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>A parameter as a document declares it.</summary>
internal sealed record DocumentParameter(string Name, ParameterKind Kind)
{
    public string Description { get; init; } = "";

    /// <summary>Null when a value must be given. One text unless a list.</summary>
    public IReadOnlyList<string>? Default { get; init; }

    public IReadOnlyList<string>? AllowedValues { get; init; }

    public AllowedPattern? Pattern { get; init; }

    public int MinChars { get; init; }

    public int MaxChars { get; init; } = int.MaxValue;

    public int MinItems { get; init; }

    public int MaxItems { get; init; } = int.MaxValue;

    /// <summary>
    /// <c>interpolationType: ENV_VAR</c>: the value goes into the variable <c>SSM_name</c> and never into the script.
    /// </summary>
    public bool InEnvironment { get; init; }

    /// <summary>Why values are not allowed, in a sentence; null when they are.</summary>
    public string? Refuse(IReadOnlyList<string> values)
    {
        if (Kind != ParameterKind.StringList && values.Count != 1)
            return $"Parameter {Name} is a {Kind} and takes one value, not {values.Count}.";

        if (values.Count < MinItems || values.Count > MaxItems)
            return $"Parameter {Name} takes {MinItems} to {MaxItems} items, not {values.Count}.";

        return values.Select(Refuse).FirstOrDefault(static reason => reason is not null);
    }

    private string? Refuse(string value) => this switch
    {
        { Kind: ParameterKind.Integer }
            when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            => $"Parameter {Name} is an Integer.",
        { Kind: ParameterKind.Boolean } when value is not ("true" or "false") => $"Parameter {Name} is a Boolean.",
        _ when AllowedValues is { } allowed && !allowed.Contains(value, StringComparer.Ordinal)
            => $"Parameter {Name} has a value that is not one of allowedValues.",
        _ when Pattern is { } pattern && !pattern.Matches(value)
            => $"Parameter {Name} has a value that does not match allowedPattern {pattern.Text}.",
        _ when value.Length < MinChars || value.Length > MaxChars
            => $"Parameter {Name} takes {MinChars} to {MaxChars} characters, not {value.Length}.",
        _ => null,
    };
}
