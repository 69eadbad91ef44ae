using Jarpoint.Jars.Description;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Contents;

/// <summary>What somebody who runs Spark needs to know of a jar.</summary>
public sealed class SparkUserTests
{
    private const string Pom =
        """
        <project><groupId>org.acme</groupId><artifactId>acme</artifactId><version>1</version><dependencies>
          <dependency><groupId>org.scala-lang</groupId><artifactId>scala-library</artifactId><version>2.13.12</version></dependency>
          <dependency><groupId>org.apache.spark</groupId><artifactId>spark-sql_2.13</artifactId><version>3.5.1</version></dependency>
          <dependency><groupId>software.amazon.awssdk</groupId><artifactId>s3</artifactId><version>${aws}</version></dependency>
        </dependencies></project>
        """;

    [Fact]
    public async Task Tells_the_Scala_version_from_the_artifact_suffix()
        => (await DescribeAsync("acme_2.12-1.0.jar"))
            .Scala.ShouldBe(new ScalaVersion("2.12", "artifact suffix of acme_2.12"));

    [Fact]
    public async Task Tells_Scala_and_Spark_from_declared_dependencies_and_no_version_from_a_placeholder()
    {
        var description = await DescribeAsync("acme.jar", TestEntry.Text("META-INF/maven/org.acme/acme/pom.xml", Pom));

        description.Scala.ShouldBe(new ScalaVersion("2.13", "dependency org.scala-lang:scala-library"));
        description.VersionMarks.ShouldBe(
            [new VersionMark("spark", "3.5.1", "dependency org.apache.spark:spark-sql_2.13")]);
        description.Dependencies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Warns_of_more_than_one_Scala_version()
    {
        var description = await DescribeAsync("acme_2.12-1.0.jar",
            TestEntry.Text("library.properties", "version.number=2.13.1\n"));

        description.Scala.ShouldNotBeNull().Binary.ShouldBe("2.12");
        description.Codes().ShouldContain(JarWarningCode.MixedScala);
    }

    [Fact]
    public async Task Tells_Scala_3_from_TASTy() => (await DescribeAsync("a.jar", TestEntry.Text("a/A.tasty", "x")))
        .Scala.ShouldNotBeNull().Binary.ShouldBe("3");

    [Fact]
    public async Task Reads_the_versions_platforms_state_themselves()
    {
        var description = await DescribeAsync(
            "fat.jar",
            TestEntry.Text("spark-version-info.properties", "version=3.5.1\nuser=x\n"),
            TestEntry.Text("common-version-info.properties", "version=3.3.4\n"),
            TestEntry.Text("com/amazonaws/sdk/versionInfo.properties", "platform=java\nversion=1.12.262\n"));

        description.VersionMarks.Select(static mark => $"{mark.Product} {mark.Version}")
            .ShouldBe(["spark 3.5.1", "hadoop 3.3.4", "aws-sdk-java 1.12.262"]);
    }

    [Fact]
    public async Task Lists_service_providers_without_comments()
    {
        var description = await DescribeAsync(
            "a.jar", TestEntry.Text("META-INF/services/java.sql.Driver",
                "# a driver\n\n a.Driver # mine\r\na.Driver\nb.Driver"));

        var provider = description.Providers.ShouldHaveSingleItem();
        provider.Service.ShouldBe("java.sql.Driver");
        provider.Implementations.ShouldBe(["a.Driver", "b.Driver"]);
    }

    [Fact]
    public async Task Names_packages_that_were_relocated_or_are_foreign()
        => (await DescribeAsync(
            "acme.jar",
            TestEntry.Class("org/acme/A"), TestEntry.Class("org/acme/B"),
            TestEntry.Class("org/acme/shaded/com/google/common/C"),
            TestEntry.Class("org/apache/commons/io/D"), TestEntry.Class("okio/E")))
            .ShadedPackages.ShouldBe(["okio", "org.acme.shaded.com.google.common", "org.apache.commons"]);

    [Fact]
    public async Task Takes_the_highest_release_of_unversioned_classes()
    {
        var description = await DescribeAsync(
            "a.jar",
            TestEntry.Class("a/A", 52), TestEntry.Class("a/B", 55),
            new TestEntry("module-info.class"u8.ToArray(), ModuleFile.Named("a", major: 61)),
            TestEntry.Class("META-INF/versions/17/a/A", 61));

        description.Java.ShouldBe(new JavaRelease(11, Exact: true));
        description.VersionedReleases.ShouldBe([17]);
        description.Packages.ShouldBe([new JavaPackage("a", 2)]);
        description.Classes.Count.ShouldBe(4);
        description.Codes().ShouldBe([JarWarningCode.VersionsWithoutMultiRelease]);
    }

    [Fact]
    public async Task Warns_of_preview_classes_and_of_what_is_no_class()
    {
        var description = await DescribeAsync(
            "a.jar", TestEntry.Class("a/A", 65, ushort.MaxValue), TestEntry.Text("a/B.class", "not a class at all"));

        description.Java.ShouldBe(new JavaRelease(21, Exact: false));
        description.Codes().ShouldBe([JarWarningCode.UnreadableClasses, JarWarningCode.PreviewClasses]);
    }

    [Fact]
    public async Task Names_signatures_nested_jars_and_native_libraries()
    {
        var description = await DescribeAsync(
            "a.jar",
            TestEntry.Text("META-INF/ACME.SF", ""), TestEntry.Text("META-INF/ACME.RSA", ""),
            TestEntry.Text("META-INF/OTHER.sf", ""),
            TestEntry.Text("lib/inner.jar", ""), TestEntry.Text("linux/liba.so", ""));

        description.Signature.ShouldNotBeNull()
            .Files.ShouldBe(["META-INF/ACME.RSA", "META-INF/ACME.SF", "META-INF/OTHER.sf"]);
        description.NestedJars.ShouldBe(["lib/inner.jar"]);
        description.NativeLibraries.ShouldBe(["linux/liba.so"]);
        description.Codes().ShouldBe([JarWarningCode.SignatureIncomplete, JarWarningCode.NestedJars]);
    }

    private static Task<JarDescription> DescribeAsync(string fileName, params TestEntry[] entries)
        => Reads.DescribeAsync(TestJar.WithManifest(TestJar.PlainManifest, entries), fileName);
}
