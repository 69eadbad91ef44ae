using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Compute.Wire;

/// <summary>
/// A client token launches once: a retry after a lost answer, which every SDK makes, gets the instances of the first
/// try. Safe for concurrent use.
/// https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
/// </summary>
internal sealed class IdempotentLaunches(InstanceStore store)
{
    private const string Token = "ClientToken";

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Asked, IReadOnlyList<Instance> Instances)> known =
        new(StringComparer.Ordinal);

    /// <exception cref="QueryException">The token was used for another launch.</exception>
    public IReadOnlyList<Instance> Once(QueryRequest request, Func<IReadOnlyList<Instance>> launch)
    {
        if (request[Token] is not { Length: > 0 } token)
        {
            return launch();
        }

        var asked = string.Join('\n', request.Names.Order(StringComparer.Ordinal).Select(name => name + request[name]));
        lock (gate)
        {
            if (!known.TryGetValue(token, out var before))
            {
                var launched = launch();
                known[token] = (asked, launched);
                return launched;
            }

            return before.Asked == asked
                ? [.. before.Instances.Select(instance => store.Find(instance.Id) ?? instance)]
                : throw Ec2Errors.IdempotentParameterMismatch();
        }
    }
}
