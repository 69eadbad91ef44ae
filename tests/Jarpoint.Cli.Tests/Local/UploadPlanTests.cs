using Jarpoint.Cli.Local;

namespace Jarpoint.Cli.Tests.Local;

public sealed class UploadPlanTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keeps_the_folders_of_a_given_directory_below_jars()
    {
        folder.Write("org/example/a-1.jar", []);

        var plan = UploadPlan.For([folder.Path], _ => null);

        plan.Uploads.ShouldHaveSingleItem().Key.ShouldBe("jars/org/example/a-1.jar");
    }

    [Fact]
    public void Uploads_a_file_once_under_its_own_name_when_links_lead_to_it()
    {
        folder.Write("guava-31.1.jar", []);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "guava.jar"), "guava-31.1.jar");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "dangling.jar"), "nowhere.jar");

        var plan = UploadPlan.For([folder.Path], _ => null);

        plan.Uploads.ShouldHaveSingleItem().Key.ShouldBe("jars/guava-31.1.jar");
    }

    [Fact]
    public void Looks_into_the_spark_home_first()
    {
        folder.Write("jars/spark-core_2.12-3.5.1.jar", []);

        var plan = UploadPlan.For([], name => name == "SPARK_HOME" ? folder.Path : null);

        plan.Uploads[0].Key.ShouldBe("jars/spark-core_2.12-3.5.1.jar");
        plan.Explanation.ShouldContain(folder.Path);
    }

    [Fact]
    public void Refuses_a_folder_that_does_not_exist()
        => Should.Throw<UsageException>(() => UploadPlan.For(["/no/such/folder"], _ => null))
            .Message.ShouldBe("--jars /no/such/folder: no such folder");

    [Fact]
    public void Refuses_a_folder_without_jars()
        => Should.Throw<UsageException>(() => UploadPlan.For([folder.Path], _ => null))
            .Message.ShouldBe($"--jars {folder.Path}: no file ending in .jar is there");
}
