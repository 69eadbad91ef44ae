using System.Security.Cryptography;
using System.Text;

namespace Jarpoint.Catalog.Tests.Maven;

public sealed class MavenRepositoryTests
{
    private readonly Dictionary<string, byte[]> jars = [];
    private readonly MavenBench bench = new();

    [Fact]
    public async Task A_jar_that_states_its_coordinates_is_published_with_a_pom_checksums_and_metadata()
    {
        var jar = JarFile.Of("org.example", "demo_2.12", "1.0+b");
        await bench.UploadAsync("jars/demo_2.12-1.0+b.jar", jar);
        (await bench.FollowAsync()).ShouldBeTrue();

        (await bench.ContentAsync()).Keys.ShouldBe(
        [
            "maven2/org/example/demo_2.12/1.0+b/demo_2.12-1.0+b.jar",
            "maven2/org/example/demo_2.12/1.0+b/demo_2.12-1.0+b.jar.sha1",
            "maven2/org/example/demo_2.12/1.0+b/demo_2.12-1.0+b.pom",
            "maven2/org/example/demo_2.12/1.0+b/demo_2.12-1.0+b.pom.sha1",
            "maven2/org/example/demo_2.12/maven-metadata.xml",
            "maven2/org/example/demo_2.12/maven-metadata.xml.sha1",
        ]);
        (await bench.BytesAsync("maven2/org/example/demo_2.12/1.0+b/demo_2.12-1.0+b.jar"))
            .ShouldBe(jar);
        (await bench.TextAsync("maven2/org/example/demo_2.12/maven-metadata.xml")).ShouldBe(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <metadata>
              <groupId>org.example</groupId>
              <artifactId>demo_2.12</artifactId>
              <versioning>
                <latest>1.0+b</latest>
                <release>1.0+b</release>
                <versions>
                  <version>1.0+b</version>
                </versions>
                <lastUpdated>20260102120001</lastUpdated>
              </versioning>
            </metadata>
            """);
    }

    [Fact]
    public async Task Every_checksum_is_the_one_of_the_file_beside_it()
    {
        await bench.UploadAsync("org.example", "a", "1");
        await bench.UploadAsync("org.example", "b", "2");
        await bench.FollowAsync();

        var files = await bench.ContentAsync();

        files.Keys.Count(static key => key.EndsWith(".sha1", StringComparison.Ordinal)).ShouldBe(6);
        foreach (var (key, content) in files.Where(static each => !each.Key.EndsWith(".sha1", StringComparison.Ordinal)))
        {
            files[key + ".sha1"].ShouldBe(Convert.ToHexStringLower(SHA1.HashData(Encoding.Latin1.GetBytes(content))), key);
        }
    }

    [Fact]
    public async Task Metadata_has_the_versions_in_Mavens_order_and_a_release_that_is_no_snapshot()
    {
        foreach (var version in new[] { "1.10", "1.9", "2.0-SNAPSHOT", "1.10-rc1", "1.2" })
        {
            await bench.UploadAsync("org.example", "a", version);
        }

        await bench.FollowAsync();

        var metadata = await bench.TextAsync("maven2/org/example/a/maven-metadata.xml");
        metadata.Split('\n').Where(static line => line.Contains("<version>", StringComparison.Ordinal))
            .Select(static line => line.Trim()[9..^10]).ShouldBe(["1.2", "1.9", "1.10-rc1", "1.10", "2.0-SNAPSHOT"]);
        metadata.ShouldContain("<latest>2.0-SNAPSHOT</latest>");
        metadata.ShouldContain("<release>1.10</release>");
    }

    [Fact]
    public async Task A_jar_that_does_not_state_its_coordinates_is_not_published()
    {
        await bench.UploadAsync("jars/guessed-1.0.jar", JarFile.With(("META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\r\nImplementation-Title: guessed\r\nImplementation-Version: 1.0\r\n\r\n")));
        (await bench.FollowAsync()).ShouldBeTrue();

        (await bench.ContentAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../jars", "a", "1")]
    [InlineData("org..example", "a", "1")]
    [InlineData("org.example", "..", "1")]
    [InlineData("org.example", "a", "../../../../jars/b")]
    [InlineData("org.example", "a", "1/2")]
    [InlineData("org.example", "a", ".")]
    [InlineData("org.example", "maven-metadata.xml", "1")]
    [InlineData("org.example.a.1", "a-1.jar", "1")]
    [InlineData("org.example", "a b", "1")]
    public async Task Coordinates_that_are_no_names_of_folders_are_not_published(string group, string artifact, string version)
    {
        var properties = $"groupId={group}\nartifactId={artifact}\nversion={version}\n";
        await bench.UploadAsync("jars/x.jar", JarFile.With(
            ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n"), ("META-INF/maven/g/a/pom.properties", properties)));
        (await bench.FollowAsync()).ShouldBeTrue();

        (await bench.ContentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_jars_with_the_same_coordinates_the_one_named_as_Maven_names_it_wins_then_the_first_key()
    {
        await bench.UploadAsync("jars/1/patched.jar", Marked("patched"));
        await bench.UploadAsync("jars/3/a-1.jar", Marked("third"));
        await bench.UploadAsync("jars/2/a-1.jar", Marked("second"));
        await bench.FollowAsync();
        (await JarAsync()).ShouldBe(Marked("second"));

        await bench.RemoveAsync("jars/2/a-1.jar");
        await bench.FollowAsync();
        (await JarAsync()).ShouldBe(Marked("third"));

        await bench.RemoveAsync("jars/3/a-1.jar");
        await bench.FollowAsync();
        (await JarAsync()).ShouldBe(Marked("patched"));
        await ShouldBeAsAnewAsync();
    }

    [Fact]
    public async Task A_jar_that_is_replaced_is_copied_again_with_its_checksum()
    {
        await bench.UploadAsync("jars/a-1.jar", Marked("old"));
        await bench.FollowAsync();
        await bench.UploadAsync("jars/a-1.jar", Marked("new"));
        await bench.FollowAsync();

        (await JarAsync()).ShouldBe(Marked("new"));
        await ShouldBeAsAnewAsync();
    }

    [Fact]
    public async Task A_jar_that_is_removed_leaves_and_with_its_last_version_the_metadata()
    {
        await bench.UploadAsync("org.example", "a", "1");
        await bench.UploadAsync("org.example", "a", "2");
        await bench.FollowAsync();

        await bench.RemoveAsync("jars/a-2.jar");
        await bench.FollowAsync();
        (await bench.ContentAsync()).ShouldBe(await bench.AnewAsync());
        (await bench.TextAsync("maven2/org/example/a/maven-metadata.xml")).ShouldNotContain("<version>2<");

        await bench.RemoveAsync("jars/a-1.jar");
        await bench.FollowAsync();
        (await bench.ContentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_jar_in_its_place_in_a_repository_of_its_uploaders_is_not_copied()
    {
        await bench.UploadAsync("jars/maven2/org/example/a/1/a-1.jar", JarFile.Of("org.example", "a", "1"));
        await bench.UploadAsync("jars/org/example/b/1/b-1.jar", JarFile.Of("org.example", "b", "1"));
        await bench.FollowAsync();

        (await bench.ContentAsync()).Keys.Where(static key => key.EndsWith(".jar", StringComparison.Ordinal))
            .ShouldBe(["maven2/org/example/b/1/b-1.jar"]);
    }

    [Fact]
    public async Task A_jar_that_is_gone_before_it_is_copied_is_not_in_the_metadata()
    {
        await bench.UploadAsync("org.example", "a", "1");
        await bench.UploadAsync("org.example", "a", "2");
        bench.Store.Delete("jars/a-2.jar");
        (await bench.FollowAsync()).ShouldBeTrue();

        (await bench.TextAsync("maven2/org/example/a/maven-metadata.xml")).ShouldNotContain("<version>2<");
        (await bench.ContentAsync()).Count.ShouldBe(6);
    }

    // A zip has the time it was made at.
    private byte[] Marked(string mark) => jars.TryGetValue(mark, out var made) ? made : jars[mark] = JarFile.With(
        ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n"),
        ("META-INF/maven/org.example/a/pom.properties", "groupId=org.example\nartifactId=a\nversion=1\n"),
        ("org/example/mark.txt", mark));

    // The metadata is not written again for a version that was there already: it keeps its time.
    private async Task ShouldBeAsAnewAsync()
        => (await bench.ContentAsync()).Where(static each => !each.Key.Contains("metadata", StringComparison.Ordinal))
            .ShouldBe((await bench.AnewAsync()).Where(static each => !each.Key.Contains("metadata", StringComparison.Ordinal)));

    private Task<byte[]> JarAsync() => bench.BytesAsync("maven2/org/example/a/1/a-1.jar");
}
