using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Kubernetes.Selectors;

/// <summary>
/// <c>a=b,c!=d,e in (f,g),h notin (i),j,!k</c>: requirements joined by and.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#list-and-watch-filtering
/// </summary>
internal sealed partial class LabelSelector
{
    private readonly List<Predicate<IReadOnlyDictionary<string, string>>> requirements = [];

    private LabelSelector()
    {
    }

    /// <exception cref="StatusException">400.</exception>
    public static LabelSelector Parse(string text)
    {
        var selector = new LabelSelector();
        if (string.IsNullOrWhiteSpace(text))
        {
            return selector;
        }

        var at = 0;
        var more = true;
        while (more)
        {
            var match = Requirement().Match(text, at);
            if (!match.Success)
            {
                throw Statuses.BadRequest($"unable to parse requirement: found '{text[at..]}'");
            }

            selector.requirements.Add(OfMatch(match));
            at = match.Index + match.Length;
            more = match.ValueSpan[^1] == ',';
        }

        return selector;
    }

    public bool Matches(IReadOnlyDictionary<string, string> labels)
        => requirements.TrueForAll(requirement => requirement(labels));

    private static Predicate<IReadOnlyDictionary<string, string>> OfMatch(Match match)
    {
        var key = match.Groups["key"].Value;
        if (match.Groups["not"].Success)
        {
            return labels => !labels.ContainsKey(key);
        }

        var value = match.Groups["value"].Value;
        var set = match.Groups["set"].Value.Split(',').Select(static item => item.Trim()).ToArray();
        return match.Groups["op"].Value switch
        {
            "=" or "==" => labels => labels.TryGetValue(key, out var found) && found == value,
            "!=" => labels => !labels.TryGetValue(key, out var found) || found != value,
            "in" => labels => labels.TryGetValue(key, out var found) && set.Contains(found),
            "notin" => labels => !labels.TryGetValue(key, out var found) || !set.Contains(found),
            _ => labels => labels.ContainsKey(key),
        };
    }

    [GeneratedRegex(
        """
        \G\s*(?:
          (?<not>!)\s*(?<key>[A-Za-z0-9][-A-Za-z0-9_./]*)
          | (?<key>[A-Za-z0-9][-A-Za-z0-9_./]*)\s*(?<op>==|=|!=)\s*(?<value>[-A-Za-z0-9_.]*)
          | (?<key>[A-Za-z0-9][-A-Za-z0-9_./]*)\s+(?<op>notin|in)\s*\((?<set>[-A-Za-z0-9_.,\s]*)\)
          | (?<key>[A-Za-z0-9][-A-Za-z0-9_./]*)
        )\s*(?:,|\z)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Requirement();
}
