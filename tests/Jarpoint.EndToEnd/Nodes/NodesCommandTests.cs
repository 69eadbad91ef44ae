using Jarpoint.Cli;

namespace Jarpoint.EndToEnd.Nodes;

/// <summary>The command from a second terminal.</summary>
public sealed class NodesCommandTests
{
    [Fact]
    public async Task Shows_launches_breaks_and_sweeps_the_nodes_of_a_running_cloud()
    {
        await using var fleet = await RunningFleet.StartRealAsync();
        var endpoint = fleet.Host.Endpoint.AbsoluteUri;

        (await RunAsync("nodes", "--endpoint", endpoint)).Output.ShouldContain("No nodes");
        var launched = await RunAsync("nodes", "launch", "2", "--pool", "etl", "--endpoint", endpoint);
        launched.Output.ShouldContain("launched into pool etl");
        launched.Output.ShouldContain("ready,");
        launched.Code.ShouldBe(0, launched.Output);

        var name = fleet.Fleet.Nodes[0].Node!;
        var listed = await RunAsync("nodes", "--endpoint", endpoint);
        listed.Output.ShouldContain(name);
        listed.Output.ShouldContain("2 of 2 ready");
        var broken = await RunAsync("nodes", "break", name, "--how", "kill", "--endpoint", endpoint);
        broken.Output.ShouldContain("mounted again after");
        broken.Code.ShouldBe(0, broken.Output);
        (await RunAsync("sweep", "--endpoint", endpoint)).Output.ShouldContain("2 of 2 ready");
    }

    [Fact]
    public async Task Says_what_is_wrong_and_how_to_go_on()
    {
        var absent = await RunAsync("nodes", "--endpoint", "http://127.0.0.1:1/");
        absent.Code.ShouldBe(ExitCodes.Usage);
        absent.Output.ShouldContain("jarpoint local --nodes 3");

        await using var fleet = await RunningFleet.StartAsync(new() { Simulated = true });
        var endpoint = fleet.Host.Endpoint.AbsoluteUri;
        var unknown = await RunAsync("nodes", "break", "ip-1", "--endpoint", endpoint);
        unknown.Code.ShouldBe(ExitCodes.Usage);
        unknown.Output.ShouldContain("no node ip-1");
        (await RunAsync("nodes", "launch", "0", "--endpoint", endpoint)).Code.ShouldBe(ExitCodes.Usage);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await JarpointCommand.RunAsync(
            [.. arguments], output, output, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
