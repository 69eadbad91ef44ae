using Amazon.Runtime;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Access;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>What a token is, how long it is used, and that nobody gets to see it.</summary>
public sealed class EksTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Is_a_presigned_call_of_STS_in_the_region_with_the_cluster_signed_in()
    {
        var keys = new ImmutableCredentials("AKIAEXAMPLE", "example", "session/+=");
        var token = EksTokenSigner.Sign("spark", "eu-west-1", keys, Now);
        token.ShouldStartWith("k8s-aws-v1.");
        token.ShouldNotContain("=");
        var url = TokenText.Decode(token);
        url.GetLeftPart(UriPartial.Path).ShouldBe("https://sts.eu-west-1.amazonaws.com/");
        var query = TokenText.Query(url);
        query.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Action", "Version", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires",
            "X-Amz-Security-Token", "X-Amz-Signature", "X-Amz-SignedHeaders",
        ]);
        query["Action"].ShouldBe("GetCallerIdentity");
        query["X-Amz-Expires"].ShouldBe("60");
        query["X-Amz-SignedHeaders"].ShouldBe("host;x-k8s-aws-id");
        query["X-Amz-Date"].ShouldBe("20260304T050607Z");
        query["X-Amz-Security-Token"].ShouldBe("session/+=");
    }

    [Fact]
    public void Names_STS_of_the_partition()
        => TokenText.Decode(EksTokenSigner.Sign("spark", "cn-north-1", new ImmutableCredentials("A", "b", null), Now)).Host
            .ShouldBe("sts.cn-north-1.amazonaws.com.cn");

    [Fact]
    public async Task Is_kept_for_14_minutes_and_renewed_after()
    {
        var clock = new FakeTimeProvider(Now);
        using var tokens = Source(clock, TestCluster.Credentials);
        var first = await tokens.GetAsync(null, Cancellation);
        clock.Advance(TimeSpan.FromMinutes(14) - TimeSpan.FromSeconds(1));
        (await tokens.GetAsync(null, Cancellation)).ShouldBeSameAs(first);
        clock.Advance(TimeSpan.FromSeconds(1));
        var second = await tokens.GetAsync(null, Cancellation);
        second.Value.ShouldNotBe(first.Value);
        (await tokens.GetAsync(second, Cancellation)).ShouldNotBeSameAs(second);
    }

    [Fact]
    public async Task Does_not_outlive_the_credentials_that_signed_it()
    {
        var clock = new FakeTimeProvider(Now);
        using var tokens = Source(clock, new ExpiringCredentials(Now.AddMinutes(5)));
        (await tokens.GetAsync(null, Cancellation)).UsableUntil.ShouldBe(Now.AddMinutes(4));
    }

    [Fact]
    public async Task Is_renewed_once_however_many_ask_at_a_time()
    {
        var credentials = new ExpiringCredentials(Now.AddHours(1));
        using var tokens = Source(new FakeTimeProvider(Now), credentials);
        var given = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(null, Cancellation).AsTask()));
        given.Distinct().ShouldHaveSingleItem();
        credentials.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Is_renewed_and_tried_once_more_when_the_server_refuses_it()
    {
        var clock = new FakeTimeProvider(Now);
        var refusals = 1;
        await using var server = await CannedApi.StartAsync(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return refusals-- > 0
                ? TestCluster.Status(401, "Unauthorized")
                : new CannedApi.Canned(200, TestCluster.Node("n1"));
        });
        using var nodes = TestCluster.NodesOf(server, clock);
        (await nodes.GetAsync("n1", Cancellation)).ShouldNotBeNull();
        var sent = server.Requests.Select(request => request.Headers["Authorization"]).ToList();
        sent.Count.ShouldBe(2);
        sent.ShouldAllBe(value => value.StartsWith("Bearer k8s-aws-v1.", StringComparison.Ordinal));
        sent[1].ShouldNotBe(sent[0]);
    }

    [Fact]
    public async Task Appears_in_no_message_and_no_text_of_an_exception()
    {
        var clock = new FakeTimeProvider(Now);
        await using var server = await CannedApi.StartAsync(_ => TestCluster.Status(401, "Unauthorized"));
        using var nodes = TestCluster.NodesOf(server, clock);
        var fault = await Should.ThrowAsync<KubernetesAccessDeniedException>(nodes.GetAsync("n1", Cancellation));
        server.Requests.Count.ShouldBe(2);
        var down = await CannedApi.StartAsync(_ => new CannedApi.Canned(200, "{}"));
        using var lost = TestCluster.NodesOf(down);
        await down.DisposeAsync();
        var outage = await Should.ThrowAsync<KubernetesRequestException>(lost.GetAsync("n1", Cancellation));
        using var tokens = Source(clock, TestCluster.Credentials);
        var token = await tokens.GetAsync(null, Cancellation);
        foreach (var text in new[] { fault.ToString(), outage.ToString(), token.ToString(), $"{token}" })
        {
            text.ShouldNotContain("k8s-aws-v1");
            text.ShouldNotContain(token.Value);
            text.ShouldNotContain("Bearer");
        }
    }

    private static EksTokenSource Source(TimeProvider clock, AWSCredentials credentials)
        => new("spark", "eu-west-1", () => Task.FromResult(credentials), clock);

    private sealed class ExpiringCredentials : AWSCredentials
    {
        private int asked;

        public ExpiringCredentials(DateTimeOffset expiration) => Expiration = expiration.UtcDateTime;

        public int Asked => asked;

        public override ImmutableCredentials GetCredentials()
        {
            Interlocked.Increment(ref asked);
            return new ImmutableCredentials("AKIAEXAMPLE", "example", "session");
        }

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            await Task.Yield();
            return GetCredentials();
        }
    }
}
