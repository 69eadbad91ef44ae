using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Jarpoint.LocalCloud.Control;
using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.Cli.Nodes;

/// <summary>A running laptop cloud, from another terminal.</summary>
internal sealed class LocalControl(Uri endpoint) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = endpoint, Timeout = TimeSpan.FromMinutes(5) };

    public Task<ControlAnswer> NodesAsync(CancellationToken cancellationToken)
        => CallAsync(HttpMethod.Get, ControlRoutes.Nodes, cancellationToken);

    public Task<ControlAnswer> LaunchAsync(int count, string pool, CancellationToken cancellationToken)
        => CallAsync(
            HttpMethod.Post,
            $"{ControlRoutes.Nodes}?count={count.ToString(CultureInfo.InvariantCulture)}&pool={Uri.EscapeDataString(pool)}",
            cancellationToken);

    public Task<ControlAnswer> BreakAsync(string node, Breakage how, CancellationToken cancellationToken)
        => CallAsync(
            HttpMethod.Post, $"{ControlRoutes.Break}?node={Uri.EscapeDataString(node)}&how={how}", cancellationToken);

    public Task<ControlAnswer> TerminateAsync(string node, CancellationToken cancellationToken)
        => CallAsync(
            HttpMethod.Post, $"{ControlRoutes.Terminate}?node={Uri.EscapeDataString(node)}", cancellationToken);

    public Task<ControlAnswer> SweepAsync(CancellationToken cancellationToken)
        => CallAsync(HttpMethod.Post, ControlRoutes.Sweep, cancellationToken);

    /// <summary>Asks again and again until the answer is as wanted; null when the time is over.</summary>
    public async Task<ControlAnswer?> WaitAsync(
        Func<ControlAnswer, bool> wanted, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < limit)
        {
            var answer = await NodesAsync(cancellationToken);
            if (wanted(answer))
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellationToken);
        }

        return null;
    }

    public void Dispose() => http.Dispose();

    /// <summary>The node a person named by its node name or instance id, or by a unique beginning of either.</summary>
    public static FleetNode Find(ControlAnswer answer, string name)
    {
        var found = answer.Nodes.Where(node => name == node.Node || name == node.Instance).ToList();
        if (found.Count == 0)
        {
            found = [.. answer.Nodes.Where(node =>
                node.Instance.StartsWith(name, StringComparison.Ordinal)
                || node.Node?.StartsWith(name, StringComparison.Ordinal) == true)];
        }

        return found switch
        {
            [var only] => only,
            [] => throw new UsageException($"no node {name}; jarpoint nodes lists them"),
            _ => throw new UsageException($"{name} is the beginning of {found.Count} nodes"),
        };
    }

    private async Task<ControlAnswer> CallAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode is not HttpStatusCode.OK and not HttpStatusCode.BadRequest)
            {
                throw NotThere($"it answered {(int)response.StatusCode}");
            }

            var answer = await response.Content.ReadFromJsonAsync(
                ControlJson.Default.ControlAnswer, cancellationToken) ?? throw NotThere("its answer is empty");
            return answer.Error is null ? answer : throw new UsageException(answer.Error);
        }
        catch (HttpRequestException gone)
        {
            throw NotThere(gone.Message);
        }
    }

    private UsageException NotThere(string why)
        => new($"no laptop cloud at {endpoint}: {why}; start one with `jarpoint local --nodes 3`, or name it with --endpoint");
}
