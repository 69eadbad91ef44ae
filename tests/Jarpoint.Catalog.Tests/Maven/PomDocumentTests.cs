using System.Xml.Linq;

namespace Jarpoint.Catalog.Tests.Maven;

public sealed class PomDocumentTests
{
    private const string Pom = "maven2/org/example/a/1/a-1.pom";

    private readonly MavenBench bench = new();

    [Fact]
    public async Task A_pom_that_stands_alone_is_published_as_it_is()
    {
        const string text =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- größe -->
            <project><modelVersion>4.0.0</modelVersion>
              <groupId>org.example</groupId><artifactId>a</artifactId><version>1</version>
              <dependencyManagement><dependencies>
                <dependency><groupId>g</groupId><artifactId>b</artifactId><version>2</version></dependency>
              </dependencies></dependencyManagement>
              <dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId></dependency></dependencies>
            </project>
            """;
        await UploadAsync(text);

        (await bench.TextAsync(Pom)).ShouldBe(text);
    }

    [Theory]
    [InlineData("<parent><groupId>org.example</groupId><artifactId>p</artifactId><version>1</version></parent>")]
    [InlineData(
        "<dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>bom</artifactId><version>1</version>"
        + "<type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>")]
    public async Task A_pom_that_needs_another_is_replaced_by_what_it_says_itself(string needs)
    {
        await UploadAsync(
            $"""
            <project>{needs}
              <groupId>org.example</groupId><artifactId>a</artifactId><version>1</version>
              <properties><v>2</v></properties>
              <dependencies>
                <dependency><groupId>g</groupId><artifactId>b</artifactId><version>${"{v}"}</version>
                  <exclusions><exclusion><groupId>x</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>
                <dependency><groupId>g</groupId><artifactId>run</artifactId><version>3</version><scope>runtime</scope></dependency>
                <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
                <dependency><groupId>g</groupId><artifactId>theirs</artifactId><version>${"{their.version}"}</version></dependency>
                <dependency><groupId>g</groupId><artifactId>t</artifactId><version>3</version><scope>test</scope></dependency>
                <dependency><groupId>g</groupId><artifactId>o</artifactId><version>3</version><optional>true</optional></dependency>
                <dependency><groupId>g</groupId><artifactId>p</artifactId><version>3</version><scope>provided</scope></dependency>
              </dependencies>
            </project>
            """);

        (await bench.TextAsync(Pom)).ShouldBe(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example</groupId>
              <artifactId>a</artifactId>
              <version>1</version>
              <!-- Left out, its version is in another pom: g:managed -->
              <!-- Left out, its version is in another pom: g:theirs -->
              <dependencies>
                <dependency>
                  <groupId>g</groupId>
                  <artifactId>b</artifactId>
                  <version>2</version>
                  <exclusions>
                    <exclusion>
                      <groupId>x</groupId>
                      <artifactId>*</artifactId>
                    </exclusion>
                  </exclusions>
                </dependency>
                <dependency>
                  <groupId>g</groupId>
                  <artifactId>run</artifactId>
                  <version>3</version>
                  <scope>runtime</scope>
                </dependency>
              </dependencies>
            </project>
            """);
    }

    [Theory]
    [InlineData("--> <x/>")]
    [InlineData("<script>&")]
    public async Task What_a_pom_says_stays_text(string name)
    {
        var text = new XElement("dependency",
            new XElement("groupId", "g"), new XElement("artifactId", name), new XElement("version", "1"));
        var unknown = new XElement("dependency", new XElement("groupId", "g"), new XElement("artifactId", name));
        await UploadAsync(
            "<project><parent><groupId>p</groupId><artifactId>p</artifactId><version>1</version></parent>"
            + "<groupId>org.example</groupId><artifactId>a</artifactId><version>1</version>"
            + $"<dependencies>{text}{unknown}</dependencies></project>");

        XDocument.Parse(await bench.TextAsync(Pom)).Descendants()
            .Where(static element => element.Name.LocalName == "dependency").ShouldHaveSingleItem()
            .Elements().Single(static element => element.Name.LocalName == "artifactId").Value.ShouldBe(name);
    }

    [Fact]
    public async Task A_pom_that_states_other_coordinates_than_the_jar_is_replaced()
    {
        await UploadAsync(
            "<project><groupId>org.example</groupId><artifactId>a</artifactId><version>1-dev</version></project>");

        (await bench.TextAsync(Pom)).ShouldContain("<version>1</version>");
    }

    private async Task UploadAsync(string pom)
    {
        await bench.UploadAsync("jars/a-1.jar", JarFile.With(
            ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n"),
            ("META-INF/maven/org.example/a/pom.properties", "groupId=org.example\nartifactId=a\nversion=1\n"),
            ("META-INF/maven/org.example/a/pom.xml", pom)));
        (await bench.FollowAsync()).ShouldBeTrue();
    }
}
