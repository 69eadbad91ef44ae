using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>How the API server is found by the name of its cluster.</summary>
public sealed class ClusterLocatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_EKS_with_one_signed_call_and_remembers()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Server();
        await using var server = await CannedApi.StartAsync(
            _ => new CannedApi.Canned(200, TestCluster.Node("n1")), certificate);
        await using var eks = await CannedApi.StartAsync(_ => Cluster(server.Address, authority.Pem));
        using var nodes = ClusterServices.Create(
            TestCluster.Options with { EksEndpoint = eks.Address },
            configured: null,
            () => Task.FromResult(TestCluster.Credentials),
            new FakeTimeProvider(Now));
        (await nodes.GetAsync("n1", Cancellation)).ShouldNotBeNull();
        (await nodes.GetAsync("n1", Cancellation)).ShouldNotBeNull();
        server.Requests.Count.ShouldBe(2);
        var sent = eks.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe("GET");
        sent.Target.ShouldBe("/clusters/spark");
        sent.Headers["X-Amz-Date"].ShouldBe("20260304T050607Z");
        sent.Headers["Authorization"].ShouldStartWith(
            "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260304/eu-west-1/eks/aws4_request, SignedHeaders=host;");
    }

    [Fact]
    public async Task What_failed_once_is_looked_up_again()
    {
        var answers = 0;
        await using var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, TestCluster.Node("n1")));
        await using var eks = await CannedApi.StartAsync(_ => answers++ == 0
            ? new CannedApi.Canned(404, "{}")
            : Cluster(server.Address, "unused: it is loopback"));
        using var nodes = ClusterServices.Create(
            TestCluster.Options with { EksEndpoint = eks.Address + "/" },
            configured: null,
            () => Task.FromResult(TestCluster.Credentials),
            new FakeTimeProvider(Now));
        (await Should.ThrowAsync<KubernetesRequestException>(nodes.GetAsync("n1", Cancellation))).Message
            .ShouldBe("eks:DescribeCluster spark in eu-west-1: EKS answered 404");
        (await nodes.GetAsync("n1", Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(403, "{}", "eks:DescribeCluster spark in eu-west-1: EKS refused (403): allow the action")]
    [InlineData(400, "{}", "eks:DescribeCluster spark in eu-west-1: EKS answered 400")]
    [InlineData(503, "{}", "eks:DescribeCluster spark in eu-west-1: EKS answered 503")]
    [InlineData(200, "[", "eks:DescribeCluster spark in eu-west-1: EKS gave an answer that cannot be read")]
    [InlineData(200, """{"cluster":{"status":"CREATING"}}""", "Cluster spark has no endpoint: it is CREATING")]
    [InlineData(200, """{"cluster":{"endpoint":"https://h","certificateAuthority":{"data":"x"}}}""",
        "Cluster spark: The certificate authority is not base64 of a PEM or DER certificate")]
    public async Task Says_what_is_wrong_with_the_cluster(int status, string body, string expected)
    {
        await using var eks = await CannedApi.StartAsync(_ => new CannedApi.Canned(status, body));
        var locator = new ClusterLocator(
            TestCluster.Options with { EksEndpoint = eks.Address },
            configured: null,
            () => Task.FromResult(TestCluster.Credentials),
            new ImpatientClock());
        var fault = await Should.ThrowAsync<Exception>(locator.LocateAsync(Cancellation));
        fault.Message.ShouldBe(expected);
        fault.GetType().ShouldBe(status == 403 ? typeof(KubernetesAccessDeniedException) : typeof(KubernetesRequestException));
    }

    private static CannedApi.Canned Cluster(string endpoint, string authority) => new(
        200,
        $$$"""
        {"cluster":{"name":"spark","status":"ACTIVE","endpoint":"{{{endpoint}}}","version":"1.32",
         "certificateAuthority":{"data":"{{{authority}}}"} } }
        """);
}
