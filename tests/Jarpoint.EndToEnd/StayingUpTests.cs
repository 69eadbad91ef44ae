using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Jarpoint.EndToEnd;

public sealed class StayingUpTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Reacts_to_uploads_until_it_is_stopped_and_leaves_no_process_behind(string signal)
    {
        folder.Write("a-1.jar", JarFile.Of("org.example", "a", "1"));
        await using var jarpoint = JarpointProcess.Start("local", "--port", "0", "--jars", folder.Path);
        var greeting = await jarpoint.ReadUntilAsync("answer at", Cancellation);
        await jarpoint.ReadUntilAsync("Ctrl-C stops", Cancellation);

        using var s3 = Client(greeting);
        using var body = new MemoryStream(JarFile.Of("org.example", "late", "2"));
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = "spark-jars", Key = "jars/late-2.jar", InputStream = body }, Cancellation);

        (await jarpoint.ReadUntilAsync("jars/late-2.jar", Cancellation)).ShouldContain("org.example:late:2");
        var functions = jarpoint.Children();
        functions.ShouldNotBeEmpty();
        (await jarpoint.StopAsync(signal, Cancellation)).ShouldBe(0);
        functions.Where(id => Directory.Exists($"/proc/{id}")).ShouldBeEmpty();
    }

    private static AmazonS3Client Client(string greeting)
    {
        var address = greeting.Split(' ', ',').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
        return new AmazonS3Client(
            new BasicAWSCredentials("any", "any"),
            new AmazonS3Config { ServiceURL = address, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
    }
}
