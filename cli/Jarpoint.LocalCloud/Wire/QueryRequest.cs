using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jarpoint.LocalCloud.Wire;

/// <summary>
/// The values of a request of the AWS Query protocol, from the query and from the form. Lists count from one:
/// <c>InstanceId.1=i-…&amp;Filter.1.Name=…&amp;Filter.1.Value.1=…</c>.
/// </summary>
public sealed class QueryRequest
{
    private const int MostBytes = 1 << 20;

    private readonly Dictionary<string, string> values;

    private QueryRequest(Dictionary<string, string> values) => this.values = values;

    public string? this[string name] => values.GetValueOrDefault(name);

    public IReadOnlyCollection<string> Names => values.Keys;

    /// <exception cref="QueryException">The body is larger than a service takes.</exception>
    public static async Task<QueryRequest> ReadAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Copy(RawTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget).Query, values);
        if (context.Request.ContentLength > MostBytes)
        {
            throw new QueryException("RequestEntityTooLarge", "The request is too large.", 413);
        }

        using var reader = new StreamReader(context.Request.Body);
        Copy(QueryValues.Parse(await reader.ReadToEndAsync(context.RequestAborted)), values);
        return new QueryRequest(values);
    }

    /// <summary>The values <c>name.1</c>, <c>name.2</c>, …, in the order of their numbers.</summary>
    public IReadOnlyList<string> List(string name)
        => [.. Numbered(name)
            .Where(static item => item.Tail.Length == 0)
            .OrderBy(static item => item.Number)
            .Select(static item => item.Value)];

    /// <summary>The structures <c>name.1.…</c>, <c>name.2.…</c>, …, in the order of their numbers.</summary>
    public IReadOnlyList<QueryRequest> Structures(string name)
        => [.. Numbered(name)
            .Where(static item => item.Tail.Length > 0)
            .GroupBy(static item => item.Number)
            .OrderBy(static group => group.Key)
            .Select(static group => new QueryRequest(
                group.ToDictionary(static item => item.Tail, static item => item.Value, StringComparer.Ordinal)))];

    private static void Copy(QueryValues from, Dictionary<string, string> to)
    {
        foreach (var name in from.Names)
        {
            to[name] = from[name]!;
        }
    }

    private IEnumerable<(int Number, string Tail, string Value)> Numbered(string name)
    {
        var start = name.Length + 1;
        foreach (var (key, value) in values)
        {
            if (key.Length <= start || key[name.Length] != '.' || !key.StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            var dot = key.IndexOf('.', start);
            var number = dot < 0 ? key[start..] : key[start..dot];
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            {
                yield return (parsed, dot < 0 ? "" : key[(dot + 1)..], value);
            }
        }
    }
}
