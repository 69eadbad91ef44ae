using System.Globalization;

namespace Jarpoint.Functions.Options;

/// <summary>Reads variables one by one and remembers every fault on the way.</summary>
internal sealed class OptionsReader(IReadOnlyDictionary<string, string> variables)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>The value as it stands; an empty variable counts as not set.</summary>
    public string? Text(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Required(string name)
    {
        if (Text(name) is { } value)
        {
            return value;
        }

        faults.Add($"{name} is required and not set");
        return string.Empty;
    }

    public int Number(string name, int fallback, int least, int most)
        => (int)Number(name, (long)fallback, least, most);

    public long Number(string name, long fallback, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most)
        {
            return value;
        }

        Fault(name, text, $"a whole number from {least} to {most}");
        return fallback;
    }

    /// <summary>One of a few words, whatever their case.</summary>
    public T Choice<T>(string name, T fallback, IReadOnlyDictionary<string, T> words)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        foreach (var (word, value) in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Fault(name, text, $"one of {string.Join(", ", words.Keys)}");
        return fallback;
    }

    public void Fault(string name, string value, string expected)
        => faults.Add($"{name} is '{value}' and must be {expected}");
}
