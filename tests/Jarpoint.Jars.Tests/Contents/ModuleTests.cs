using Jarpoint.Jars.Classes;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Contents;

public sealed class ModuleTests
{
    private static readonly TestEntry ModuleEntry =
        new("module-info.class"u8.ToArray(), ModuleFile.Named("org.acme.core"));

    [Fact]
    public async Task Reads_the_module_name_from_its_class_file_before_the_automatic_one()
        => (await Reads.DescribeAsync(TestJar.WithManifest("Automatic-Module-Name: other\n", ModuleEntry)))
            .Module.ShouldBe(new JavaModule("org.acme.core", Automatic: false));

    [Fact]
    public async Task Takes_the_automatic_module_name_when_there_is_no_module_info()
        => (await Reads.DescribeAsync(TestJar.WithManifest("Automatic-Module-Name: org.acme\n")))
            .Module.ShouldBe(new JavaModule("org.acme", Automatic: true));

    [Theory]
    [InlineData("", false)]
    [InlineData("Multi-Release: true\n", true)]
    public async Task Sees_a_versioned_module_info_only_in_a_multi_release_jar(string manifest, bool seen)
    {
        var versioned = ModuleEntry with { Name = "META-INF/versions/9/module-info.class"u8.ToArray() };

        var description = await Reads.DescribeAsync(TestJar.WithManifest($"A: b\n{manifest}", versioned));

        (description.Module?.Name == "org.acme.core").ShouldBe(seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a class file")]
    public async Task Warns_of_a_module_info_that_declares_no_module(string content)
    {
        var description = await Reads.DescribeAsync(
            TestJar.WithManifest(TestJar.PlainManifest, TestEntry.Text("module-info.class", content)));

        description.Module.ShouldBe(new JavaModule(null, Automatic: false));
        description.Codes().ShouldBe([JarWarningCode.UnreadableEntry]);
    }

    [Fact]
    public void Gives_no_name_for_any_truncation_of_the_file()
    {
        var file = ModuleFile.Named("org.acme.core");

        // The name stands in the first two bytes of the last attribute; what follows is not looked at.
        for (var length = 0; length < file.Length - 4; length++)
        {
            ModuleName.Read(file.AsSpan(0, length)).ShouldBeNull($"{length} bytes");
        }
    }
}
