using Jarpoint.Jars.Description;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Identity;

public sealed class IdentityTests
{
    private const string NoManifest = TestJar.PlainManifest;

    [Fact]
    public async Task Reads_coordinates_from_pom_properties_when_exactly_one_exists()
    {
        var identity = await OfAsync("lib.jar", NoManifest, Pom("org.acme", "acme-core", "1.2"),
            TestEntry.Class("org/acme/core/A"));

        identity.Coordinates.ShouldBe(new Coordinates("org.acme", "acme-core", "1.2"));
        identity.Evidence.ShouldBe(EvidenceKind.PomProperties);
        identity.Disagreements.ShouldBe(
            ["lib.jar states artifact lib, META-INF/maven/org.acme/acme-core/pom.properties acme-core."]);
    }

    [Fact]
    public async Task Chooses_among_several_pom_properties_by_file_name()
    {
        var identity = await OfAsync(
            "acme-core-1.2.jar", NoManifest,
            Pom("a.first", "bundled", "9"), Pom("org.acme", "acme", "1.2"), Pom("org.acme", "acme-core", "1.2"),
            Pom("z.last", "core", "1.2"));

        identity.Coordinates.ShouldBe(new Coordinates("org.acme", "acme-core", "1.2"));
        identity.Disagreements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_no_pom_when_several_are_bundled_and_none_fits_the_file_name()
    {
        var jar = TestJar.WithManifest(NoManifest, Pom("a", "slf4j-log4j12", "1"), Pom("b", "j2objc-annotations", "2"));

        var description = await Reads.DescribeAsync(jar, "vnu-20.6.30.jar");

        description.Identity.Coordinates.ShouldBe(new Coordinates(null, "vnu", "20.6.30"));
        description.Identity.Evidence.ShouldBe(EvidenceKind.FileName);
        description.Bundled.Select(static pom => pom.ArtifactId).ShouldBe(["slf4j-log4j12", "j2objc-annotations"]);
        description.Codes().ShouldContain(JarWarningCode.NoOwnPom);
    }

    [Fact]
    public async Task Does_not_take_the_only_pom_of_a_shaded_jar_for_its_own()
    {
        var identity = await OfAsync(
            "kotlin-compiler.jar", "Implementation-Title: Kotlin Compiler\nImplementation-Version: 1.3.31\n",
            Pom("org.picocontainer", "picocontainer", "1.2"),
            TestEntry.Class("org/picocontainer/A"), TestEntry.Class("org/jetbrains/kotlin/A"),
            TestEntry.Class("org/jetbrains/kotlin/B"));

        identity.Coordinates.ShouldBe(new Coordinates(null, "kotlin-compiler", "1.3.31"));
        identity.Evidence.ShouldBe(EvidenceKind.FileName);
    }

    [Theory]
    [InlineData("org.acme_acme-core-1.2.jar")]
    [InlineData("org.acme.acme-core-1.2.jar")]
    public async Task Knows_an_artifact_whose_file_name_begins_with_its_group(string fileName)
    {
        var identity = await OfAsync(fileName, NoManifest, Pom("org.acme", "acme-core", "1.2"),
            Pom("a", "bundled", "2"));

        identity.Coordinates.ShouldBe(new Coordinates("org.acme", "acme-core", "1.2"));
        identity.Disagreements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_the_only_pom_of_a_renamed_Jakarta_jar_with_javax_packages()
        => (await OfAsync(
            "jaxrs-api.jar", NoManifest, Pom("jakarta.ws.rs", "jakarta.ws.rs-api", "2.1.2"),
            TestEntry.Class("javax/ws/rs/GET")))
            .Coordinates.ShouldBe(new Coordinates("jakarta.ws.rs", "jakarta.ws.rs-api", "2.1.2"));

    [Fact]
    public async Task Takes_the_path_for_what_a_pom_leaves_to_a_placeholder()
    {
        var pom = TestEntry.Text(
            "META-INF/maven/org.acme/core/pom.xml",
            "<project><groupId>org.${house}</groupId><artifactId>${name}</artifactId><version>${revision}</version></project>");

        (await OfAsync("core-1.5.jar", NoManifest, pom))
            .Coordinates.ShouldBe(new Coordinates("org.acme", "core", "1.5"));
    }

    [Fact]
    public async Task Takes_the_pom_the_manifest_names_when_the_file_was_renamed()
        => (await OfAsync(
            "job.jar", "Bundle-SymbolicName: org.acme.core;singleton:=true\n", Pom("org.acme", "acme-core", "1"),
            Pom("a", "bundled", "2")))
            .Coordinates.ShouldBe(new Coordinates("org.acme", "acme-core", "1"));

    [Fact]
    public async Task Fills_group_and_version_of_a_pom_xml_from_its_parent()
    {
        var pom = TestEntry.Text(
            "META-INF/maven/org.acme/core/pom.xml",
            "<project><parent><groupId>org.acme</groupId><artifactId>parent</artifactId><version>7</version></parent><artifactId>core</artifactId></project>");

        var identity = await OfAsync("core.jar", NoManifest, pom);

        identity.Coordinates.ShouldBe(new Coordinates("org.acme", "core", "7"));
        identity.Evidence.ShouldBe(EvidenceKind.PomXml);
    }

    [Fact]
    public async Task Knows_by_its_path_whose_a_damaged_pom_is_and_takes_the_version_from_the_file_name()
    {
        var identity = await OfAsync("core-1.5.jar", NoManifest, Pom("org.acme", "core", "1.5") with { Crc = 1 });

        identity.Coordinates.ShouldBe(new Coordinates("org.acme", "core", "1.5"));
        identity.Found[0].Version.ShouldBeNull();
    }

    [Fact]
    public async Task Prefers_the_version_of_the_file_name_to_the_manifests()
    {
        var identity = await OfAsync(
            "guice-4.2.3.jar", "Implementation-Title: guice\nImplementation-Version: 4.2\nImplementation-Vendor-Id: com.google\n");

        identity.Coordinates.ShouldBe(new Coordinates(null, "guice", "4.2.3"));
        identity.Evidence.ShouldBe(EvidenceKind.Manifest);
        identity.Found[0].GroupId.ShouldBe("com.google");
        identity.Disagreements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reports_a_pom_version_the_file_name_contradicts()
    {
        var identity = await OfAsync("core-2.0.jar", NoManifest, Pom("org.acme", "core", "1.9"));

        identity.Coordinates.ShouldNotBeNull().Version.ShouldBe("1.9");
        identity.Disagreements.ShouldBe(
            ["core-2.0.jar states version 2.0, META-INF/maven/org.acme/core/pom.properties 1.9."]);
    }

    [Fact]
    public async Task States_nothing_when_nothing_is_known()
    {
        var identity = await OfAsync(".jar", NoManifest);

        identity.Coordinates.ShouldBeNull();
        identity.Evidence.ShouldBe(EvidenceKind.None);
    }

    private static async Task<JarIdentity> OfAsync(string fileName, string manifest, params TestEntry[] entries)
        => (await Reads.DescribeAsync(TestJar.WithManifest(manifest, entries), fileName)).Identity;

    private static TestEntry Pom(string group, string artifact, string version)
        => TestEntry.Text(
            $"META-INF/maven/{group}/{artifact}/pom.properties",
            $"#Generated by Maven\nversion={version}\ngroupId={group}\nartifactId={artifact}\n");
}
