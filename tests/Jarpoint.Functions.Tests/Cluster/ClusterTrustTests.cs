using System.Security.Cryptography.X509Certificates;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Transport;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>Whom a token is handed to.</summary>
public sealed class ClusterTrustTests : IDisposable
{
    private readonly TestAuthority authority = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_of_the_clusters_authority_is_trusted(bool pem)
    {
        using var certificate = authority.Server();
        (await CallsAsync(certificate, pem ? authority.Pem : authority.Der)).ShouldBe(1);
    }

    // While a cluster changes its authority, EKS hands out the old one and the new one in one PEM.
    [Fact]
    public async Task A_server_of_any_of_several_authorities_is_trusted_and_of_no_other()
    {
        using var second = new TestAuthority();
        using var stranger = new TestAuthority();
        var both = Convert.ToBase64String(
            [.. Convert.FromBase64String(authority.Pem), (byte)'\n', .. Convert.FromBase64String(second.Pem)]);
        ClusterLocation.Parse("https://host", both).Authorities.Count.ShouldBe(2);
        using var ofFirst = authority.Server();
        using var ofSecond = second.Server();
        using var ofStranger = stranger.Server();
        (await CallsAsync(ofFirst, both)).ShouldBe(1);
        (await CallsAsync(ofSecond, both)).ShouldBe(1);
        (await CallsAsync(ofStranger, both)).ShouldBe(0);
    }

    [Fact]
    public async Task A_server_of_another_authority_gets_no_request()
    {
        using var other = new TestAuthority();
        using var certificate = other.Server();
        (await CallsAsync(certificate, authority.Pem)).ShouldBe(0);
    }

    [Fact]
    public async Task A_server_of_another_name_gets_no_request()
    {
        using var certificate = authority.Server("elsewhere.example");
        (await CallsAsync(certificate, authority.Pem)).ShouldBe(0);
    }

    [Fact]
    public async Task A_client_of_the_same_authority_is_no_server()
    {
        using var certificate = authority.Client();
        (await CallsAsync(certificate, authority.Pem)).ShouldBe(0);
    }

    [Fact]
    public async Task A_certificate_past_its_time_is_none()
    {
        using var certificate = authority.Expired();
        (await CallsAsync(certificate, authority.Pem)).ShouldBe(0);
    }

    [Fact]
    public void An_address_without_TLS_is_taken_for_loopback_only()
    {
        ClusterLocation.Parse("http://127.0.0.1:8001", null).Authorities.ShouldBeEmpty();
        Should.Throw<FormatException>(() => ClusterLocation.Parse("http://10.0.0.1:8001", null)).Message
            .ShouldBe("'http://10.0.0.1:8001': without TLS a token would be readable on the way; use https");
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("ftp://host")]
    [InlineData("https://user@host")]
    [InlineData("https://host/path")]
    [InlineData("https://host?x=1")]
    [InlineData("")]
    public void What_is_no_address_of_an_API_server_is_refused(string endpoint)
        => Should.Throw<FormatException>(() => ClusterLocation.Parse(endpoint, authority.Pem))
            .Message.ShouldContain("is no address of an API server");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("aGVsbG8=")]
    [InlineData("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t")]
    public void An_https_address_needs_a_certificate_authority(string? given)
        => Should.Throw<FormatException>(() => ClusterLocation.Parse("https://host", given))
            .Message.ShouldContain("certificate authority");

    public void Dispose() => authority.Dispose();

    private static async Task<int> CallsAsync(X509Certificate2 certificate, string authority)
    {
        await using var server = await CannedApi.StartAsync(
            _ => new CannedApi.Canned(200, TestCluster.Node("n1")), certificate);
        using var nodes = TestCluster.NodesOf(server, authority: authority);
        var call = nodes.GetAsync("n1", TestContext.Current.CancellationToken);
        if (await Record.ExceptionAsync(() => call) is { } fault)
        {
            fault.ShouldBeOfType<KubernetesRequestException>().Message
                .ShouldContain("has no certificate for that name");
        }

        return server.Requests.Count;
    }
}
