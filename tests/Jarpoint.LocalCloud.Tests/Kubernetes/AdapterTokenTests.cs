using System.Buffers.Text;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Access;

namespace Jarpoint.LocalCloud.Tests.Kubernetes;

/// <summary>The token that the functions sign, where its signature is verified.</summary>
public sealed class AdapterTokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_opens_the_cluster_it_is_signed_for_with_the_key_it_is_signed_with_and_no_other()
    {
        await using var api = await StartAsync();
        api.AddNode("a");
        using var ours = AdapterOfCluster.Of(api);
        using var foreign = AdapterOfCluster.Of(api, cluster: "another");
        using var forged = AdapterOfCluster.Of(api, secret: "guessed");

        (await ours.GetAsync("a", Cancellation)).ShouldNotBeNull();
        await Should.ThrowAsync<KubernetesAccessDeniedException>(foreign.GetAsync("a", Cancellation));
        await Should.ThrowAsync<KubernetesAccessDeniedException>(forged.GetAsync("a", Cancellation));
    }

    [Fact]
    public async Task It_may_name_the_clouds_own_endpoint_where_that_is_configured_and_no_other_host()
    {
        const string Local = "127.0.0.1:4566";
        await using var api = await StartAsync(Local);
        api.AddNode("a");

        (await api.GetAsync("/api/v1/nodes/a", Sign($"http://{Local}"))).Status.ShouldBe(200);
        (await api.GetAsync("/api/v1/nodes/a", Sign("http://127.0.0.1:4567"))).Status.ShouldBe(401);
        (await api.GetAsync("/api/v1/nodes/a", Sign("http://sts.us-east-1.amazonaws.com"))).Status.ShouldBe(401);
        (await api.GetAsync("/api/v1/nodes/a", Sign("https://sts.us-east-1.amazonaws.com"))).Status.ShouldBe(200);
        (await api.GetAsync("/api/v1/nodes/a", Sign("https://sts.example.com"))).Status.ShouldBe(401);
    }

    private static Task<KubernetesFixture> StartAsync(params string[] localHosts)
        => KubernetesFixture.StartAsync(access => access with
        {
            Secrets = new Dictionary<string, string> { [AdapterOfCluster.AccessKey] = AdapterOfCluster.SecretKey },
            LocalHosts = localHosts,
        });

    private static string Sign(string sts)
    {
        var request = new AWSSigningRequest
        {
            HttpMethod = HttpMethod.Get,
            RequestUri = new Uri($"{sts}/?Action=GetCallerIdentity&Version=2011-06-15"),
        };
        request.Headers["x-k8s-aws-id"] = KubernetesFixture.Cluster;
        var signed = AWSSigV4Signer.Presign(
            request,
            new AWSSigV4Parameters
            {
                Credentials = new BasicAWSCredentials(AdapterOfCluster.AccessKey, AdapterOfCluster.SecretKey),
                Region = RegionEndpoint.USEast1,
                Service = "sts",
                SignedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
            },
            TimeSpan.FromSeconds(60));
        return EksTokenSigner.Prefix + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(signed.Uri.AbsoluteUri));
    }
}
