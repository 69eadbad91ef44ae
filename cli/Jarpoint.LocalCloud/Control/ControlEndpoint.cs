using System.Globalization;
using System.Text.Json;
using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Machines;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Control;

/// <summary>The control API: see <see cref="ControlRoutes"/>.</summary>
/// <param name="fleet">The nodes.</param>
/// <param name="sweep">Runs the sweep and completes when it is over.</param>
internal sealed class ControlEndpoint(LocalFleet fleet, Func<CancellationToken, Task> sweep)
{
    private const int MostLaunched = 1000;

    public async Task HandleAsync(HttpContext context)
    {
        var answer = await AnswerAsync(context.Request, context.RequestAborted);
        context.Response.StatusCode = answer.Error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(answer, ControlJson.Default.ControlAnswer), context.RequestAborted);
    }

    private Task<ControlAnswer> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
        => (request.Method, request.Path.Value) switch
        {
            ("GET", ControlRoutes.Nodes) => Task.FromResult(Nodes()),
            ("POST", ControlRoutes.Nodes) => Task.FromResult(Launch(request.Query)),
            ("POST", ControlRoutes.Break) => BreakAsync(request.Query, cancellationToken),
            ("POST", ControlRoutes.Terminate) => Task.FromResult(Terminate(request.Query)),
            ("POST", ControlRoutes.Sweep) => SweepAsync(cancellationToken),
            _ => Task.FromResult(Error($"no call {request.Method} {request.Path}")),
        };

    private ControlAnswer Nodes() => new() { Nodes = fleet.Nodes, Simulated = fleet.Simulated };

    private ControlAnswer Launch(IQueryCollection query)
    {
        if (!int.TryParse(query["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > MostLaunched)
        {
            return Error($"count {query["count"]}: 1 to {MostLaunched}");
        }

        var launched = fleet.Launch(count, query["pool"].ToString()).ToHashSet();
        return Nodes() with { Nodes = [.. fleet.Nodes.Where(node => launched.Contains(node.Instance))] };
    }

    private async Task<ControlAnswer> BreakAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<Breakage>(query["how"], ignoreCase: true, out var how))
        {
            return Error($"how {query["how"]}: one of {string.Join(", ", Enum.GetNames<Breakage>())}");
        }

        try
        {
            await fleet.BreakAsync(query["node"].ToString(), how, cancellationToken);
            return Nodes();
        }
        catch (InvalidOperationException nothing)
        {
            return Error(nothing.Message);
        }
    }

    private ControlAnswer Terminate(IQueryCollection query)
    {
        fleet.Terminate(query["node"].ToString());
        return Nodes();
    }

    private async Task<ControlAnswer> SweepAsync(CancellationToken cancellationToken)
    {
        await sweep(cancellationToken);
        return Nodes();
    }

    private static ControlAnswer Error(string message) => new() { Error = message };
}
