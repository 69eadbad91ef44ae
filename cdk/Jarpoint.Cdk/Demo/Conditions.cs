namespace Jarpoint.Cdk.Demo;

/// <summary>The conditions of a policy statement, by operator and key.</summary>
internal sealed class Conditions
{
    private readonly SortedDictionary<string, SortedDictionary<string, string[]>> operators = new(StringComparer.Ordinal);

    public Conditions Equal(string key, params string[] values) => With("StringEquals", key, values);

    public Conditions With(string condition, string key, params string[] values)
    {
        if (!operators.TryGetValue(condition, out var keys))
            operators[condition] = keys = new(StringComparer.Ordinal);
        keys.Add(key, values);
        return this;
    }

    public Conditions And(Conditions others)
    {
        foreach (var (condition, keys) in others.operators)
        {
            foreach (var (key, values) in keys)
                With(condition, key, values);
        }

        return this;
    }

    /// <summary>One value is written as such, as CloudFormation's own templates have it.</summary>
    public Dictionary<string, object> ToDictionary() => operators.ToDictionary(
        condition => condition.Key,
        condition => (object)condition.Value.ToDictionary(
            key => key.Key, key => key.Value.Length == 1 ? key.Value[0] : (object)key.Value));
}
