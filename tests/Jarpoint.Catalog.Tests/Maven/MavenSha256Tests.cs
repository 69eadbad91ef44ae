using System.Security.Cryptography;
using System.Text;
using Jarpoint.Catalog.Maven;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Maven;

public sealed class MavenSha256Tests
{
    private static readonly MavenOptions On = new() { Sha256 = true };
    private static readonly MavenOptions Off = new();

    private readonly MavenBench bench = new() { Options = On };

    [Fact]
    public async Task Each_file_has_the_SHA_256_that_is_asked_for()
    {
        await bench.UploadAsync("org.example", "a", "1");
        await bench.UploadAsync("org.example", "b", "2");
        await ForgetDigestAsync("jars/b-2.jar");
        await bench.FollowAsync();

        var files = await bench.ContentAsync();

        files.Keys.Count(static key => key.EndsWith(".sha256", StringComparison.Ordinal)).ShouldBe(6);
        foreach (var (key, content) in files.Where(static each => !each.Key.Contains(".sha", StringComparison.Ordinal)))
        {
            files[key + ".sha256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(content))), key);
        }
    }

    [Fact]
    public async Task What_is_replaced_and_removed_takes_its_SHA_256_along()
    {
        await bench.UploadAsync("jars/a-1.jar", JarFile.Of("org.example", "a", "1"));
        await bench.UploadAsync("jars/b-1.jar", JarFile.Of("org.example", "b", "1"));
        await bench.FollowAsync();
        await bench.UploadAsync("jars/a-1.jar", JarFile.With(
            ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n"),
            ("META-INF/maven/org.example/a/pom.properties", "groupId=org.example\nartifactId=a\nversion=1\n"),
            ("org/example/new.txt", "new")));
        await bench.RemoveAsync("jars/b-1.jar");
        await bench.FollowAsync();

        var files = await bench.ContentAsync();
        files.Keys.ShouldNotContain(static key => key.Contains("/b/", StringComparison.Ordinal));
        files["maven2/org/example/a/1/a-1.jar.sha256"].ShouldBe(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(files["maven2/org/example/a/1/a-1.jar"]))));
    }

    [Fact]
    public async Task Turning_it_on_copies_no_jar_again()
    {
        bench.Options = Off;
        await bench.UploadAsync("org.example", "a", "1");
        await bench.FollowAsync();
        bench.Options = On;

        var cost = await bench.Catalog.CostAsync(() => bench.FollowAsync());

        cost.Copies.ShouldBe(0);
        (await bench.ContentAsync()).ShouldBe(await bench.AnewAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turned_on_and_off_it_is_as_if_made_anew_wherever_a_run_was_killed(bool on)
    {
        for (var survived = 0; survived < 40; survived++)
        {
            var killed = new MavenBench { Options = on ? Off : On };
            await killed.UploadAsync("org.example", "a", "1");
            await killed.UploadAsync("org.example", "b", "1");
            await killed.FollowAsync();
            await killed.UploadAsync("org.example", "a", "2");
            await killed.RemoveAsync("jars/b-1.jar");
            killed.Options = on ? On : Off;

            var catalog = await killed.PublishedAsync();
            var requests = 0;
            killed.Store.OnRequest = _ => Interlocked.Increment(ref requests) > survived
                ? throw new IOException("killed")
                : ValueTask.FromResult(StoreFault.None);
            await Record.ExceptionAsync(() => killed.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation));
            killed.Store.OnRequest = null;

            killed.Clock.Advance(TimeSpan.FromMinutes(3));
            (await killed.FollowAsync()).ShouldBeTrue();
            (await killed.ContentAsync()).ShouldBe(await killed.AnewAsync(), $"killed after {survived} requests");
        }
    }

    // As of a large jar that was read in ranges.
    private async Task ForgetDigestAsync(string key)
    {
        await bench.PublishedAsync();
        (await bench.Catalog.Reader.LatestAsync(Cancellation)).TryGet(key, out var fact).ShouldBeTrue();
        await bench.Catalog.AppendAsync(
            fact! with { Sequencer = fact.Sequencer + "0", Jar = fact.Jar! with { Sha256 = null } });
        (await bench.PublishedAsync()).Revision.ShouldBe(3);
        (await bench.Catalog.Reader.LatestAsync(Cancellation)).TryGet(key, out fact).ShouldBeTrue();
        fact!.Jar!.Sha256.ShouldBeNull();
    }
}
