using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SQS;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Tests.Hosting;

public sealed class LocalCloudHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_reaches_the_function_of_its_prefix_through_the_queue()
    {
        await using var host = await StartAsync(new ChaosOptions());
        await host.QuiesceAsync(Patience, Cancellation);
        var before = Done(host);
        var changes = 0;
        host.Changed += (_, _) => Interlocked.Increment(ref changes);
        using var s3 = S3(host);

        await PutAsync(s3, "jars/a b@1.jar");
        await PutAsync(s3, "catalog/v1/log/00000000000000000001.json");
        await PutAsync(s3, "elsewhere/c.jar");
        await s3.DeleteObjectAsync(host.Bucket, "jars/a b@1.jar", Cancellation);
        await host.QuiesceAsync(Patience, Cancellation);

        await Eventually.HoldsAsync(() => Done(host) == (before.Jars + 2, before.Publish + 1), () => $"{Done(host)}");
        host.DeadLetters.ShouldBeEmpty();
        changes.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task The_real_bootstrap_catalogues_an_upload_and_publishes_the_catalog()
    {
        await using var host = await LocalCloudHost.StartAsync(
            Options(new ChaosOptions()) with
            {
                Bootstrap = BootstrapCommand.For(RealBootstrap()),
            },
            Cancellation);
        using var s3 = S3(host);

        await PutAsync(s3, "jars/not a jar.jar");
        await host.QuiesceAsync(Patience, Cancellation);

        host.DeadLetters.ShouldBeEmpty();
        host.Statistics.Functions.ShouldAllBe(function => function.Errors == 0);
        host.Store.Find(host.Bucket, "catalog/v1/log/00000000000000000001.json").ShouldNotBeNull();
        host.Store.Find(host.Bucket, "catalog/v1/head.json").ShouldNotBeNull();
    }

    [Fact]
    public async Task Quiet_comes_after_held_back_and_duplicated_messages_and_killed_functions()
    {
        await using var host = await StartAsync(new ChaosOptions
        {
            Seed = 3,
            DuplicateMessages = 0.5,
            DelayMessages = 0.5,
            LongestDelay = TimeSpan.FromMilliseconds(200),
            KilledFunctions = 0.2,
        });
        using var s3 = S3(host);
        for (var i = 0; i < 30; i++)
        {
            await PutAsync(s3, $"jars/{i}.jar");
        }

        await host.QuiesceAsync(Patience, Cancellation);

        Done(host).Jars.ShouldBeGreaterThanOrEqualTo(31);
        host.Statistics.Queues.Values.ShouldAllBe(counts => counts.Total == 0);
        host.DeadLetters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Queues_answer_on_the_same_port_and_show_the_deployments_settings()
    {
        await using var host = await StartAsync(new ChaosOptions());
        using var sqs = new AmazonSQSClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSQSConfig { ServiceURL = host.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });

        var urls = (await sqs.ListQueuesAsync("jarpoint-", Cancellation)).QueueUrls;
        var jars = await sqs.GetQueueAttributesAsync(
            urls.Single(url => url.EndsWith("/jarpoint-JarsQueue", StringComparison.Ordinal)), ["All"], Cancellation);

        urls.Select(url => url[(url.LastIndexOf('/') + 1)..])
            .ShouldBe(
            [
                "jarpoint-JarsDeadLetters", "jarpoint-JarsQueue",
                "jarpoint-PublishDeadLetters", "jarpoint-PublishQueue",
            ]);
        jars.VisibilityTimeout.ShouldBe(360);
        jars.Attributes["RedrivePolicy"].ShouldContain("jarpoint-JarsDeadLetters");
    }

    [Fact]
    public async Task The_notification_configuration_can_be_read_but_not_replaced()
    {
        await using var host = await StartAsync(new ChaosOptions());
        using var s3 = S3(host);

        var rules = await s3.GetBucketNotificationAsync(host.Bucket, Cancellation);
        rules.QueueConfigurations.Select(rule => rule.Id).ShouldBe(["CatalogJars", "PublishCatalog"]);
        var refusal = await Should.ThrowAsync<AmazonS3Exception>(s3.PutBucketNotificationAsync(
            new PutBucketNotificationRequest { BucketName = host.Bucket }, Cancellation));

        refusal.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        refusal.Message.ShouldBe("The notifications of the laptop cloud are fixed.");
    }

    [Fact]
    public async Task A_service_that_is_not_emulated_answers_501_and_names_those_that_are()
    {
        await using var host = await StartAsync(new ChaosOptions());
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");

        using var answer = await http.SendAsync(request, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await answer.Content.ReadAsStringAsync(Cancellation))
            .ShouldMatch("the service dynamodb, only .*s3, sqs");
    }

    [Fact]
    public async Task A_stopped_host_leaves_no_process_no_port_and_no_file_behind()
    {
        var host = await StartAsync(new ChaosOptions());
        await host.QuiesceAsync(Patience, Cancellation);
        var processes = host.Log.Lines.Select(line => line.ProcessId).Where(id => id > 0).Distinct().ToArray();
        var port = host.Endpoint.Port;

        await host.DisposeAsync();
        await host.DisposeAsync();

        processes.ShouldNotBeEmpty();
        Process.GetProcesses().Select(process => process.Id).ShouldNotContain(id => processes.Contains(id));
        using var socket = new TcpListener(IPAddress.Loopback, port);
        Should.NotThrow(socket.Start);
        host.Statistics.Functions.ShouldAllBe(function => function.Processes == 0);
        Directory.Exists(host.Store.Directory).ShouldBeFalse();
    }

    [Fact]
    public async Task A_taken_port_ends_the_start_and_leaves_nothing_running()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();

        await Should.ThrowAsync<IOException>(LocalCloudHost.StartAsync(
            Options(new ChaosOptions()) with { Port = ((IPEndPoint)socket.LocalEndpoint).Port }, Cancellation));
    }

    [Fact]
    public async Task Kept_objects_are_there_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("jarpoint-test-");
        try
        {
            var options = Options(new ChaosOptions()) with { KeepDirectory = folder.FullName };
            await using (var first = await LocalCloudHost.StartAsync(options, Cancellation))
            {
                using var s3 = S3(first);
                await PutAsync(s3, "jars/a.jar");
                await first.QuiesceAsync(Patience, Cancellation);
            }

            await using var second = await LocalCloudHost.StartAsync(options, Cancellation);
            second.Store.Find(second.Bucket, "jars/a.jar").ShouldNotBeNull();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // In its own output folder: the copy beside the tests lacks the assemblies that ASP.NET Core brings here.
    private static string RealBootstrap()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Jarpoint.Functions", own.Name, "bootstrap.dll");
    }

    private static LocalCloudOptions Options(ChaosOptions chaos) => new()
    {
        Port = 0,
        Bootstrap = new BootstrapCommand("bash", [Path.Combine(AppContext.BaseDirectory, "Functions/bootstrap.sh")]),
        Chaos = chaos,
        RetryAfter = TimeSpan.FromMilliseconds(50),
    };

    private static Task<LocalCloudHost> StartAsync(ChaosOptions chaos)
        => LocalCloudHost.StartAsync(Options(chaos), Cancellation);

    private static AmazonS3Client S3(LocalCloudHost host) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonS3Config
        {
            ServiceURL = host.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
        });

    private static async Task PutAsync(AmazonS3Client s3, string key)
        => await s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = "spark-jars",
                Key = key,
                InputStream = new MemoryStream(Encoding.UTF8.GetBytes(key)),
            },
            Cancellation);

    private static (long Jars, long Publish) Done(LocalCloudHost host)
        => (host.Statistics.Mappings[0].Done, host.Statistics.Mappings[1].Done);
}
