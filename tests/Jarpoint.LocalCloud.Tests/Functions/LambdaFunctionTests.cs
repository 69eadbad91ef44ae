using System.Diagnostics;
using System.Text;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Tests.Functions;

public sealed class LambdaFunctionTests
{
    [Fact]
    public async Task An_invocation_that_is_too_slow_is_killed_and_the_next_one_starts_afresh()
    {
        await using var fixture = new FunctionFixture(timeout: 2);

        var slow = (await InvokeAsync(fixture, "hang")).ShouldBeOfType<InvocationOutcome.Failed>();
        slow.ErrorType.ShouldBe("Sandbox.Timedout");
        slow.ErrorMessage.ShouldEndWith("Task timed out after 2.00 seconds");
        (await InvokeAsync(fixture, "a")).ShouldBeOfType<InvocationOutcome.Succeeded>();

        fixture.Function.Statistics.ColdStarts.ShouldBe(2);
        fixture.Function.Statistics.Timeouts.ShouldBe(1);
        fixture.Function.Statistics.Processes.ShouldBe(1);
        await fixture.HoldsAsync(() => fixture.Invoked.Length == 2);
        HasProcess(fixture.Invoked[0]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_that_exits_fails_its_invocation_and_the_next_one_starts_afresh()
    {
        await using var fixture = new FunctionFixture();

        (await InvokeAsync(fixture, "exit")).ShouldBe(new InvocationOutcome.Failed(
            "Runtime.ExitError", "Error: Runtime exited with error: exit status 7"));
        (await InvokeAsync(fixture, "a")).ShouldBeOfType<InvocationOutcome.Succeeded>();

        fixture.Function.Statistics.ColdStarts.ShouldBe(2);
    }

    [Fact]
    public async Task An_init_error_fails_the_invocation_by_the_name_the_function_gave_it()
    {
        await using var fixture = new FunctionFixture(handler: "fails-to-start");

        (await InvokeAsync(fixture, "a")).ShouldBe(new InvocationOutcome.Failed(
            "NoSuchSetting", "JARPOINT_BUCKET is not set"));
        (await InvokeAsync(fixture, "a")).ShouldBeOfType<InvocationOutcome.Failed>();

        fixture.Function.Statistics.ColdStarts.ShouldBe(2);
        fixture.Function.Statistics.Processes.ShouldBe(0);
    }

    [Fact]
    public async Task A_missing_executable_is_an_error_of_the_function()
    {
        var definition = new FunctionDefinition
        {
            Name = "f",
            Handler = "h",
            Bootstrap = new BootstrapCommand("/nowhere/bootstrap", []),
        };
        await using var function = new LambdaFunction(
            definition, new LocalAccount(), new FunctionLog(TimeProvider.System), new ChaosOptions(), TimeProvider.System);

        var outcome = await function.InvokeAsync("{}"u8.ToArray(), TestContext.Current.CancellationToken);

        outcome.ShouldBeOfType<InvocationOutcome.Failed>().ErrorType.ShouldBe("Runtime.InvalidEntrypoint");
    }

    [Fact]
    public async Task A_function_sees_what_lambda_sets_and_nothing_of_the_person_who_runs_it()
    {
        Environment.SetEnvironmentVariable("SOMEBODYS_SETTING", "1");
        await using var fixture = new FunctionFixture();

        await InvokeAsync(fixture, "env");

        string[] Lines() => [.. fixture.Log.Lines.Select(line => line.Text)];
        await fixture.HoldsAsync(() => Lines().Contains("_HANDLER=does-what-messages-say"));
        Lines().ShouldContain("AWS_LAMBDA_FUNCTION_NAME=CatalogJars");
        Lines().ShouldContain("AWS_REGION=us-east-1");
        Lines().ShouldContain("AWS_SHARED_CREDENTIALS_FILE=/dev/null");
        Lines().ShouldContain(line => line.StartsWith("AWS_LAMBDA_RUNTIME_API=127.0.0.1:", StringComparison.Ordinal));
        Lines().ShouldContain(line => line.StartsWith("GATE=", StringComparison.Ordinal));
        Lines().ShouldNotContain(line => line.StartsWith("SOMEBODYS_SETTING=", StringComparison.Ordinal));
        Lines().ShouldNotContain(line => line.StartsWith("HOME=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_without_work_is_stopped()
    {
        await using var fixture = new FunctionFixture(idleStop: 0.2);

        await InvokeAsync(fixture, "a");

        await fixture.HoldsAsync(() => fixture.Function.Statistics.Processes == 0);
        HasProcess(fixture.Invoked.ShouldHaveSingleItem()).ShouldBeFalse();
    }

    [Fact]
    public async Task Disposal_stops_warm_processes_and_those_at_work()
    {
        var fixture = new FunctionFixture();
        await InvokeAsync(fixture, "a");
        var (first, second) = (InvokeAsync(fixture, "hang"), InvokeAsync(fixture, "hang"));
        await fixture.HoldsAsync(() => fixture.Invoked.Length == 3);
        var processes = fixture.Invoked.Distinct().ToArray();

        await fixture.DisposeAsync();

        (await first).ShouldBeOfType<InvocationOutcome.Failed>().ErrorType.ShouldBe("Runtime.ExitError");
        (await second).ShouldBeOfType<InvocationOutcome.Failed>().ErrorType.ShouldBe("Runtime.ExitError");
        processes.Length.ShouldBe(2);
        processes.ShouldAllBe(id => !HasProcess(id));
        fixture.Function.Statistics.Processes.ShouldBe(0);
    }

    private static Task<InvocationOutcome> InvokeAsync(FunctionFixture fixture, string body)
        => fixture.Function.InvokeAsync(
            Encoding.UTF8.GetBytes($$"""{"Records":[{"body":"{{body}}"}]}"""), TestContext.Current.CancellationToken);

    private static bool HasProcess(int id) => Process.GetProcesses().Any(process => process.Id == id);
}
