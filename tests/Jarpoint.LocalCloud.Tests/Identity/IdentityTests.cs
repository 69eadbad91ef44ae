using System.Text.Json;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Identity;
using Jarpoint.LocalCloud.Tests.S3;

namespace Jarpoint.LocalCloud.Tests.Identity;

public sealed class IdentityTests
{
    private static readonly LocalAccount Account = new("eu-west-1", "111122223333");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sdk_learns_who_it_is()
    {
        await using var server = await LoopbackServer.StartAsync(0, new StsEndpoint(Account).HandleAsync, Cancellation);
        using var sts = new AmazonSecurityTokenServiceClient(
            new BasicAWSCredentials("AKIDLOCAL", "secret"),
            new AmazonSecurityTokenServiceConfig
            {
                ServiceURL = server.Address.ToString(),
                AuthenticationRegion = "eu-west-1",
            });
        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Cancellation);

        identity.Account.ShouldBe("111122223333");
        identity.Arn.ShouldBe("arn:aws:iam::111122223333:user/AKIDLOCAL");
        var error = await Should.ThrowAsync<AmazonSecurityTokenServiceException>(
            () => sts.GetSessionTokenAsync(Cancellation));
        error.Message.ShouldContain("GetSessionToken");
    }

    [Fact]
    public async Task A_call_nobody_signed_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync(0, new StsEndpoint(Account).HandleAsync, Cancellation);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(server.Address, "/?Action=GetCallerIdentity"), Cancellation);

        ((int)answer.StatusCode).ShouldBe(403);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("MissingAuthenticationToken");
    }

    [Fact]
    public async Task The_cli_describes_a_cluster()
    {
        AwsCli.SkipUnlessInstalled();
        var cluster = new EksCluster("jarpoint", new Uri("https://127.0.0.1:6443"), "PEM", DateTimeOffset.UnixEpoch);
        await using var server = await LoopbackServer.StartAsync(
            0, new EksEndpoint(Account, [cluster]).HandleAsync, Cancellation);
        var url = server.Address.ToString();
        var known = await AwsCli.RunAsync(url, "eks", "describe-cluster", "--name", "jarpoint", "--output", "json");
        var unknown = await AwsCli.RunAsync(url, "eks", "describe-cluster", "--name", "other");
        var listed = await AwsCli.RunAsync(url, "eks", "list-clusters");

        using var answer = JsonDocument.Parse(known.ShouldSucceed().Output);
        var described = answer.RootElement.GetProperty("cluster");
        described.GetProperty("endpoint").GetString().ShouldBe("https://127.0.0.1:6443");
        described.GetProperty("certificateAuthority").GetProperty("data").GetString().ShouldBe("UEVN");
        described.GetProperty("status").GetString().ShouldBe("ACTIVE");
        unknown.Error.ShouldContain("ResourceNotFoundException");
        listed.ExitCode.ShouldNotBe(0);
    }
}
