using Jarpoint.EndToEnd.Nodes;

namespace Jarpoint.EndToEnd.Maven;

/// <summary>Ivy and Maven resolve from what the functions published, offline and with checksums enforced.</summary>
public sealed class ResolverTests(PublishedRepository repository) : IClassFixture<PublishedRepository>
{
    public static TheoryData<string> Tools => ["Ivy", "Maven"];

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Brings_a_fixed_version_and_all_that_it_needs(string tool)
        => (await Of(tool).ResolveAsync(repository.Folder, "org.example:child:1.0"))
            .ShouldBring("app_2.12-1.0.jar", "child-1.0.jar", "core-1.10.jar");

    [Theory]
    [InlineData("Ivy", "latest.release", "core-2.0.jar")]
    [InlineData("Ivy", "1.+", "core-1.10.jar")]
    [InlineData("Ivy", "[1.9,2.0[", "core-1.10.jar")]
    [InlineData("Maven", "LATEST", "core-2.0.jar")]
    [InlineData("Maven", "RELEASE", "core-2.0.jar")]
    [InlineData("Maven", "[1.9,2.0)", "core-1.10.jar")]
    public async Task Brings_the_version_that_is_latest_or_in_a_range(string tool, string version, string jar)
        => (await Of(tool).ResolveAsync(repository.Folder, $"org.example:core:{version}")).ShouldBring(jar);

    [Fact]
    public async Task A_node_resolves_from_its_mount()
    {
        await using var fleet = await RunningFleet.StartRealAsync();
        foreach (var (key, jar) in PublishedRepository.Jars)
        {
            await fleet.UploadAsync(key, jar);
        }

        await fleet.QuiesceAsync();
        fleet.Launch(1);
        var mount = (await fleet.ReadyAsync()).Single().Mounts.Single();
        var folder = $"/proc/{RunningFleet.Number(mount.Daemon.ShouldNotBeNull())}/root{mount.Mountpoint}/maven2";

        foreach (var tool in (IResolver[])[new IvyResolver(), new ApacheMaven()])
        {
            (await tool.ResolveAsync(folder, "org.example:child:1.0"))
                .ShouldBring("app_2.12-1.0.jar", "child-1.0.jar", "core-1.10.jar");
        }
    }

    [Fact]
    public async Task What_was_changed_or_removed_is_refused()
    {
        await using var own = await MountedRepository.OfAsync(PublishedRepository.Jars);
        await own.RemoveAsync("jars/libs/core-2.0.jar");
        await File.AppendAllTextAsync(
            Path.Combine(own.Folder, "org/example/core/1.9/core-1.9.jar"), "x", TestContext.Current.CancellationToken);

        foreach (var (tool, latest) in ((IResolver, string)[])[(new IvyResolver(), "latest.release"), (new ApacheMaven(), "LATEST")])
        {
            (await tool.ResolveAsync(own.Folder, $"org.example:core:{latest}")).ShouldBring("core-1.10.jar");
            (await tool.ResolveAsync(own.Folder, "org.example:core:2.0")).ShouldFail();
            (await tool.ResolveAsync(own.Folder, "org.example:core:1.9")).ShouldFail();
        }
    }

    [Fact]
    public async Task Maven_that_knows_SHA_256_alone_is_content_where_it_is_wished_for()
    {
        await using var own = await MountedRepository.OfAsync(PublishedRepository.Jars, sha256: true);
        await File.AppendAllTextAsync(
            Path.Combine(own.Folder, "org/example/core/1.9/core-1.9.jar"), "x", TestContext.Current.CancellationToken);
        var maven = new ApacheMaven { Checksums = "SHA-256" };

        (await maven.ResolveAsync(own.Folder, "org.example:child:1.0"))
            .ShouldBring("app_2.12-1.0.jar", "child-1.0.jar", "core-1.10.jar");
        (await maven.ResolveAsync(own.Folder, "org.example:core:LATEST")).ShouldBring("core-2.0.jar");
        (await maven.ResolveAsync(own.Folder, "org.example:core:1.9")).ShouldFail();
        (await maven.ResolveAsync(repository.Folder, "org.example:child:1.0")).ShouldFail();
    }

    private static IResolver Of(string tool) => tool == "Ivy" ? new IvyResolver() : new ApacheMaven();
}
