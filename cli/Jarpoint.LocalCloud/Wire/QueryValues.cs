using System.Net;

namespace Jarpoint.LocalCloud.Wire;

/// <summary>Query parameters, decoded; a parameter without a value (<c>?uploads</c>) has the empty one.</summary>
public sealed class QueryValues
{
    private readonly Dictionary<string, string> values;

    private QueryValues(Dictionary<string, string> values) => this.values = values;

    public IReadOnlyCollection<string> Names => values.Keys;

    public string? this[string name] => values.GetValueOrDefault(name);

    public static QueryValues Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            values[WebUtility.UrlDecode(name)] = WebUtility.UrlDecode(value);
        }

        return new QueryValues(values);
    }

    public bool Has(string name) => values.ContainsKey(name);
}
