using Jarpoint.Cli.Index;

namespace Jarpoint.Cli.Tests.Index;

public sealed class JarFinderTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Finds_jars_below_a_folder_in_ordinal_order_whatever_their_case()
    {
        folder.Write("b/two.JAR", []);
        folder.Write("a.jar", []);
        folder.Write("b/notes.txt", []);

        JarFinder.Find([folder.Path]).ShouldBe([Path.Combine(folder.Path, "a.jar"), Path.Combine(folder.Path, "b/two.JAR")]);
    }

    [Fact]
    public void Takes_a_file_as_given_whatever_its_name()
    {
        var file = folder.Write("application.war", []);

        JarFinder.Find([file]).ShouldBe([file]);
    }

    [Fact]
    public void Follows_links_to_jars_but_not_to_folders()
    {
        folder.Write("real/x.jar", []);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.jar"), "real/x.jar");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "real/loop"), folder.Path);

        JarFinder.Find([folder.Path]).ShouldBe(
            [Path.Combine(folder.Path, "link.jar"), Path.Combine(folder.Path, "real/x.jar")]);
    }

    [Fact]
    public void Names_a_path_that_does_not_exist()
        => Should.Throw<UsageException>(() => JarFinder.Find(["/no/such/place"]).ToList())
            .Message.ShouldBe("/no/such/place: no such file or folder");
}
