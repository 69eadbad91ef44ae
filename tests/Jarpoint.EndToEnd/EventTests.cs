using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;

namespace Jarpoint.EndToEnd;

/// <summary>What a team hears that subscribes to the event bus.</summary>
public sealed class EventTests
{
    private const string Key = "jars/team/a+b.jar";

    [Fact]
    public async Task A_team_hears_of_a_jar_from_its_upload_to_its_removal()
    {
        await using var cloud = await RunningCloud.StartAsync(
            new ChaosOptions { Seed = 5, DuplicateMessages = 0.2, KilledFunctions = 0.1, Throttled = 0.1 });
        // Begins at what is published: an empty catalog.
        cloud.Host.TriggerSchedules();
        await cloud.QuiesceAsync();
        var heard = cloud.Host.Subscribe("team", """{"source":["jarpoint"]}""");

        await ChangeAsync(cloud, JarFile.Of("org.example", "a", "1"));
        await ChangeAsync(cloud, JarFile.Of("org.example", "a", "2"));
        await ChangeAsync(cloud, []);
        await cloud.Exempt.DeleteObjectAsync(cloud.Bucket, Key, TestContext.Current.CancellationToken);
        await cloud.QuiesceAsync();

        heard.Peek().Select(static message => JsonNode.Parse(message.Body)!)
            .DistinctBy(static told => told["detail"]!["id"]!.ToString())
            .Select(static told =>
                $"{told["detail-type"]} {told["detail"]!["fact"]!["key"]} {told["detail"]!["fact"]!["jar"]?["version"]}".TrimEnd())
            .ShouldBe(
                [$"Jar Described {Key} 1", $"Jar Replaced {Key} 2", $"Jar Rejected {Key}", $"Jar Removed {Key}"],
                ignoreOrder: true);
    }

    private static async Task ChangeAsync(RunningCloud cloud, byte[] content)
    {
        using var body = new MemoryStream(content);
        await cloud.Exempt.PutObjectAsync(
            new() { BucketName = cloud.Bucket, Key = Key, InputStream = body }, TestContext.Current.CancellationToken);
        await cloud.QuiesceAsync();
    }
}
