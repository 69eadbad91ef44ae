using System.Text.Json;
using Jarpoint.Functions.Tests.Runtime;
using Jarpoint.Functions.Tests.Storage;

namespace Jarpoint.Functions.Tests.Process;

/// <summary>The real process against a fake Runtime API: what Lambda sees.</summary>
public sealed class BootstrapProcessTests
{
    private const string PoisonBatch = """
        {"Records":[{"messageId":"m-1","body":"no json","eventSource":"aws:sqs"}]}
        """;

    [Fact]
    public async Task Serves_events_and_logs_request_id_function_and_cold_start()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var bootstrap = Start(api, "CatalogJars", ("AWS_LAMBDA_FUNCTION_NAME", "jarpoint-catalog-jars"));
        foreach (var id in new[] { "r-1", "r-2" })
        {
            api.Send(id, PoisonBatch);
            var report = await api.ReportAsync();
            report.Path.ShouldBe($"invocation/{id}/response");
            report.Body.ShouldBe("""{"batchItemFailures":[]}""");
        }

        await bootstrap.TerminateAsync();
        (await bootstrap.ExitAsync()).ShouldBe(0);
        var poison = bootstrap.Lines().Where(line => line["messageId"] == "m-1").ToList();
        poison.Select(line => (line["requestId"], line["coldStart"], line["function"], line["level"])).ShouldBe(
        [
            ("r-1", "True", "jarpoint-catalog-jars", "ERROR"),
            ("r-2", "False", "jarpoint-catalog-jars", "ERROR"),
        ]);
        bootstrap.Lines().Count(line => line.IsMetric && line["MessagesPoison"] == "1").ShouldBe(2);
    }

    [Theory]
    [InlineData("CatalogJars", "JARPOINT_BUCKET=spark-jars")]
    [InlineData("PublishCatalog", "JARPOINT_BUCKET=spark-jars")]
    [InlineData("PublishCatalog", "JARPOINT_BUCKET=spark-jars JARPOINT_CLUSTER=example")]
    [InlineData("MountNodes", "JARPOINT_BUCKET=spark-jars JARPOINT_CLUSTER=example")]
    [InlineData("RecordMounts", """JARPOINT_CLUSTER=example JARPOINT_MOUNT_PLAN={"pools":{"*":[{"bucket":"jars"}]}}""")]
    [InlineData("SweepNodes", "JARPOINT_BUCKET=spark-jars JARPOINT_CLUSTER=example")]
    [InlineData("ApplyManifests", "JARPOINT_CLUSTER=example")]
    public async Task Each_function_starts_with_its_own_variables_and_ends_with_success_when_it_is_told_to(
        string function, string variables)
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var bootstrap = BootstrapProcess.Start(
        [
            .. Variables(api.Address, function)
                .Where(one => !one.Name.StartsWith("JARPOINT_", StringComparison.Ordinal)),
            .. variables.Split(' ').Select(one => one.Split('=', 2)).Select(one => (one[0], (string?)one[1])),
        ]);
        await api.PolledAsync();
        await bootstrap.TerminateAsync();
        (await bootstrap.ExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Talks_to_the_S3_that_the_environment_names()
    {
        await using var s3 = await CannedS3.FailingAsync(403, "AccessDenied");
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var bootstrap = Start(api, "PublishCatalog", ("AWS_ENDPOINT_URL", s3.Address));
        api.Send("r-1", """{"Records":[]}""");
        var report = await api.ReportAsync();
        report.Path.ShouldBe("invocation/r-1/error");
        report.ErrorType.ShouldBe("ObjectAccessDeniedException");
        report.Body.ShouldContain("s3://spark-jars/catalog/v1/head.json");
        s3.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Fact]
    public async Task Reports_every_fault_of_its_configuration_and_exits_non_zero()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var bootstrap = BootstrapProcess.Start(
            ("AWS_LAMBDA_RUNTIME_API", api.Address), ("_HANDLER", "CatalogJars"), ("JARPOINT_CONCURRENCY", "many"));
        var report = await api.ReportAsync();
        report.Path.ShouldBe("init/error");
        report.ContentType.ShouldBe("application/vnd.aws.lambda.error+json");
        report.ErrorType.ShouldBe("InvalidOptionsException");
        using var body = JsonDocument.Parse(report.Body);
        var message = body.RootElement.GetProperty("errorMessage").GetString().ShouldNotBeNull();
        message.ShouldContain("JARPOINT_BUCKET");
        message.ShouldContain("JARPOINT_CONCURRENCY is 'many'");
        (await bootstrap.ExitAsync()).ShouldBe(1);
        bootstrap.Lines().ShouldHaveSingleItem()["level"].ShouldBe("FATAL");
    }

    [Fact]
    public async Task Names_the_functions_it_knows_when_it_is_asked_for_another()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var bootstrap = Start(api, "MakeCoffee");
        var report = await api.ReportAsync();
        report.Path.ShouldBe("init/error");
        report.ErrorType.ShouldBe("UnknownFunctionException");
        report.Body.ShouldContain("must be one of ApplyManifests, CatalogJars, MountNodes, PublishCatalog, RecordMounts, SweepNodes");
        (await bootstrap.ExitAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Exits_non_zero_when_the_Runtime_API_is_not_there()
    {
        var api = await FakeRuntimeApi.StartAsync();
        var address = api.Address;
        await api.DisposeAsync();
        await using var bootstrap = BootstrapProcess.Start(Variables(address, "CatalogJars"));
        (await bootstrap.ExitAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Says_what_it_is_when_it_is_started_by_hand()
    {
        await using var bootstrap = BootstrapProcess.Start();
        (await bootstrap.ExitAsync()).ShouldBe(3);
        bootstrap.Lines().ShouldHaveSingleItem()["message"].ShouldNotBeNull().ShouldContain("AWS_LAMBDA_RUNTIME_API");
    }

    private static BootstrapProcess Start(
        FakeRuntimeApi api, string handler, params (string Name, string? Value)[] more)
        => BootstrapProcess.Start([.. Variables(api.Address, handler), .. more]);

    private static (string Name, string? Value)[] Variables(string runtimeApi, string handler) =>
    [
        ("AWS_LAMBDA_RUNTIME_API", runtimeApi),
        ("_HANDLER", handler),
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "example"),
        ("JARPOINT_BUCKET", "spark-jars"),
        ("JARPOINT_S3_PATH_STYLE", "true"),
    ];
}
