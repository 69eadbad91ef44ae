using System.Globalization;
using System.Text.RegularExpressions;

namespace Jarpoint.Functions.Options;

/// <summary>Reads variables one by one and remembers every fault on the way.</summary>
internal sealed class OptionsReader(IReadOnlyDictionary<string, string> variables)
{
    private static readonly Dictionary<string, bool> Booleans = new() { ["true"] = true, ["false"] = false };

    private readonly List<string> faults = [];

    /// <summary>The value as it stands; an empty variable counts as not set.</summary>
    public string? Text(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Required(string name)
    {
        if (Text(name) is { } value)
        {
            return value;
        }

        Fault($"{name} is required and not set");
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

    public TimeSpan Seconds(string name, TimeSpan fallback, int least, int most)
        => TimeSpan.FromSeconds(Number(name, (long)fallback.TotalSeconds, least, most));

    public bool Flag(string name, bool fallback = false) => Choice(name, fallback, Booleans);

    public string Matching(string name, string fallback, Regex shape, string expected)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        if (!shape.IsMatch(text))
        {
            Fault(name, text, expected);
        }

        return text;
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

    public void Fault(string name, string value, string expected) => Fault($"{name} is '{value}' and must be {expected}");

    public void Fault(string sentence) => faults.Add(sentence);

    /// <exception cref="InvalidOptionsException">One or more variables that were read are wrong.</exception>
    public void Verify()
    {
        if (faults.Count > 0)
        {
            throw new InvalidOptionsException(faults);
        }
    }
}
