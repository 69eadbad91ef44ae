using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Jarpoint.Functions.Cluster.Access;
using CliProcess = System.Diagnostics.Process;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>Our tokens against those of <c>aws eks get-token</c>, which signs without a call.</summary>
public sealed class AwsCliTokenTests
{
    private const string AccessKey = "AKIAIOSFODNN7EXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    [Theory]
    [InlineData("spark", "eu-west-1", null)]
    [InlineData("spark_2", "us-gov-west-1", "IQoJb3JpZ2lu/session+token==")]
    public async Task A_token_of_the_same_second_is_the_same_to_its_signature(string cluster, string region, string? session)
    {
        var theirs = await GetTokenAsync(cluster, region, session);
        var query = TokenText.Query(theirs);
        var now = DateTimeOffset.ParseExact(
            query["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var ours = TokenText.Decode(
            EksTokenSigner.Sign(cluster, region, new ImmutableCredentials(AccessKey, SecretKey, session), now));
        ours.GetLeftPart(UriPartial.Path).ShouldBe(theirs.GetLeftPart(UriPartial.Path));
        TokenText.Query(ours).ShouldBe(query, ignoreOrder: true);
    }

    private static async Task<Uri> GetTokenAsync(string cluster, string region, string? session)
    {
        var start = new ProcessStartInfo("aws", ["eks", "get-token", "--cluster-name", cluster, "--region", region])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_ACCESS_KEY_ID"] = AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = SecretKey;
        if (session is not null)
        {
            start.Environment["AWS_SESSION_TOKEN"] = session;
        }

        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        using var credential = JsonDocument.Parse(output);
        return TokenText.Decode(credential.RootElement.GetProperty("status").GetProperty("token").GetString()!);
    }

    private static CliProcess Start(ProcessStartInfo start)
    {
        try
        {
            return CliProcess.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("The AWS CLI is not on the PATH.");
            throw;
        }
    }
}
