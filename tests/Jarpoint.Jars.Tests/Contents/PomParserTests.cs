using System.Text;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Pom;

namespace Jarpoint.Jars.Tests.Contents;

public sealed class PomParserTests
{
    [Fact]
    public void Resolves_placeholders_the_file_itself_states_and_leaves_the_others_visible()
    {
        var project = Parse(
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <groupId>g</groupId><artifactId>a</artifactId><version>${revision}</version>
              <properties><revision>1.${minor}</revision><minor>4</minor></properties>
              <licenses><license><name>Apache-2.0</name></license></licenses>
              <dependencyManagement><dependencies>
                <dependency><groupId>g</groupId><artifactId>managed</artifactId><version>5</version></dependency>
              </dependencies></dependencyManagement>
              <dependencies>
                <dependency><groupId>${project.groupId}</groupId><artifactId>b</artifactId><version>${project.version}</version></dependency>
                <dependency><groupId>g</groupId><artifactId>c</artifactId><version>${spark.version}</version>
                  <scope>provided</scope><optional>true</optional>
                  <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions></dependency>
                <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
              </dependencies>
            </project>
            """).ShouldNotBeNull();

        (project.GroupId, project.ArtifactId, project.Version).ShouldBe(("g", "a", "1.4"));
        project.Licences.ShouldBe(["Apache-2.0"]);
        project.Dependencies[1].Exclusions.ShouldBe(["x:y"]);
        project.Dependencies.Select(static each => each with { Exclusions = null }).ShouldBe(
        [
            new DeclaredDependency("g", "b", "1.4"),
            new DeclaredDependency("g", "c", "${spark.version}", "provided", Optional: true),
            new DeclaredDependency("g", "managed", "5"),
        ]);
    }

    [Theory]
    [InlineData("<!DOCTYPE project [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><project><version>&x;</version></project>")]
    [InlineData("<project><version>1</project>")]
    [InlineData("<html/>")]
    [InlineData("")]
    [InlineData("<?xml version='1.0' encoding='x-unheard-of'?><project/>")]
    public void Refuses_what_is_no_plain_project(string text) => Parse(text).ShouldBeNull();

    [Fact]
    public void Refuses_elements_nested_without_end()
        => Parse("<project>" + string.Concat(Enumerable.Repeat("<a>", 100_000))).ShouldBeNull();

    [Theory]
    [InlineData("${b}", "${a}", "${a}")]
    [InlineData("${b}${b}", "${a}${a}", "${a}${a}${a}${a}")]
    [InlineData("${a}", "", "${a}")]
    public void Does_not_follow_properties_that_name_each_other_in_a_circle(string a, string b, string version)
        => Parse($"<project><version>${{a}}</version><properties><a>{a}</a><b>{b}</b></properties></project>")
            .ShouldNotBeNull().Version.ShouldBe(version);

    [Fact]
    public void Joins_text_that_comments_and_character_data_split()
        => Parse("<project><groupId>org<!-- x -->.acme<![CDATA[.core]]></groupId></project>")
            .ShouldNotBeNull().GroupId.ShouldBe("org.acme.core");

    [Fact]
    public void Does_not_let_properties_double_without_end()
    {
        var properties = string.Concat(Enumerable.Range(0, 60).Select(static n
            => $"<p{n}>${{p{n + 1}}}${{p{n + 1}}}${{p{n + 1}}}${{p{n + 1}}}${{p{n + 1}}}${{p{n + 1}}}</p{n}>"));

        Parse($"<project><version>${{p0}}</version><properties>{properties}</properties></project>")
            .ShouldNotBeNull().Version.ShouldNotBeNull().Length.ShouldBeLessThan(2_000);
    }

    private static PomProject? Parse(string text) => PomParser.Parse(Encoding.UTF8.GetBytes(text));
}
