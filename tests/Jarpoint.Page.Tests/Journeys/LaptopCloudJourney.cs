using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;
using static Microsoft.Playwright.Assertions;

namespace Jarpoint.Page.Tests.Journeys;

/// <summary>Everything at once: the real functions in real processes, and simulated nodes.</summary>
public sealed class LaptopCloudJourney(Chromium chromium)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_on_the_page_that_the_function_published_and_its_nodes_become_ready()
    {
        await using var cloud = await LocalCloudHost.StartAsync(
            new LocalCloudOptions
            {
                Bootstrap = BootstrapCommand.For(
                    Environment.GetEnvironmentVariable("JARPOINT_BOOTSTRAP") is { Length: > 0 } native
                        ? native
                        : Path.Combine(AppContext.BaseDirectory, "lambda", "bootstrap.dll")),
                Port = 0,
                Nodes = new LocalNodeOptions { Simulated = true },
            },
            Cancellation);
        using var s3 = new AmazonS3Client(new BasicAWSCredentials("local", "local"), new AmazonS3Config
        {
            ServiceURL = cloud.Endpoint.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
        });
        using var jar = new MemoryStream(TestJar.Of("org.example", "core", "1.0"));
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = cloud.Bucket, Key = "jars/core-1.0.jar", InputStream = jar }, Cancellation);
        await cloud.QuiesceAsync(Patience, Cancellation);
        cloud.Store.Find(cloud.Bucket, "catalog/v1/page/index.html").ShouldNotBeNull();

        await using var visit = await chromium.VisitAsync(cloud.Page);
        await Expect(visit.Link("core 1.0")).ToBeVisibleAsync();
        cloud.Nodes!.Fleet.Launch(2, "spark");
        await visit.Link("Nodes").ClickAsync();

        await Expect(visit.Page.Locator("main")).ToContainTextAsync("These machines are simulated");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("2 of 2 nodes ready");
    }
}
