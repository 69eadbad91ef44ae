using Jarpoint.Cli.Check;
using Jarpoint.Cli.Check.Rules;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Tests.Check;

/// <summary>Rules about artifacts of which no registry here has a jar: what counts are their coordinates.</summary>
public sealed class PlatformRuleTests
{
    private const string Hadoop = "org.apache.hadoop:hadoop-aws:";
    private const string Sdk1 = "com.amazonaws:aws-java-sdk-bundle:";
    private const string Sdk2 = "software.amazon.awssdk:bundle:";

    [Theory]
    [InlineData("3.3.2", "3.3.2", true)]
    [InlineData("3.4.0", "3.3.4", true)]
    [InlineData("3.4.0", "3.3.1", false)]
    [InlineData("3.5.3", "3.3.4", true)]
    [InlineData("3.5.3", "3.4.1", false)]
    [InlineData("4.0.0", "3.4.1", true)]
    [InlineData("4.0.0", "3.3.4", false)]
    [InlineData("9.9.9", "3.3.4", true)]
    [InlineData(null, "3.3.4", true)]
    public void Hadoop_is_that_of_Spark(string? spark, string hadoop, bool fits)
        => Check(new HadoopOfSpark(), spark, Hadoop + hadoop).Any().ShouldBe(!fits);

    [Theory]
    [InlineData("3.3.1", Sdk1 + "1.11.901", true)]
    [InlineData("3.3.1", Sdk1 + "1.12.647", false)]
    [InlineData("3.3.4", Sdk1 + "1.12.262", true)]
    [InlineData("3.3.6", Sdk1 + "1.12.367", true)]
    [InlineData("3.3.6", Sdk1 + "1.12.262", false)]
    [InlineData("3.4.0", Sdk2 + "2.23.19", true)]
    [InlineData("3.4.2", Sdk2 + "2.29.52", true)]
    [InlineData("3.4.2", Sdk2 + "2.23.19", false)]
    [InlineData("3.3.1", Sdk2 + "2.23.19", true)]
    [InlineData("3.9.9", Sdk2 + "2.23.19", true)]
    public void The_AWS_SDK_is_the_one_that_hadoop_aws_was_built_with(string hadoop, string sdk, bool fits)
        => Check(new SdkOfHadoop(), null, Hadoop + hadoop, sdk).Any().ShouldBe(!fits);

    [Theory]
    [InlineData("3.3.4", Sdk1 + "1.12.262", true)]
    [InlineData("3.3.4", Sdk2 + "2.23.19", false)]
    [InlineData("3.4.1", Sdk1 + "1.12.262", false)]
    [InlineData("3.4.1", Sdk2 + "2.24.6", true)]
    public void The_AWS_SDK_is_of_the_generation_that_hadoop_aws_calls(string hadoop, string sdk, bool fits)
        => Check(new SdkGeneration(), null, Hadoop + hadoop, sdk).Any().ShouldBe(!fits);

    [Theory]
    [InlineData("3.3.4", true)]
    [InlineData("3.3.6", false)]
    public void Jars_of_Hadoop_are_of_one_release(string other, bool fits)
        => Check(new HadoopMix(), null, Hadoop + "3.3.4", "org.apache.hadoop:hadoop-client-api:" + other).Any().ShouldBe(!fits);

    [Theory]
    [InlineData("3.5.0", "3.5.3", true)]
    [InlineData("3.5.0", "3.4.1", false)]
    [InlineData(null, "3.4.1", true)]
    public void Modules_of_Spark_are_of_its_own_release(string? spark, string module, bool fits)
        => Check(new SparkModules(), spark, "org.apache.spark:spark-avro_2.12:" + module).Any().ShouldBe(!fits);

    [Theory]
    [InlineData("3.5.0", "3.4.1", true)]
    [InlineData("4.0.0", "3.4.1", false)]
    public void A_jar_built_for_another_major_version_of_Spark_is_told(string spark, string built, bool fits)
    {
        var jar = Jar("org.example:source_2.13:1");
        var built2 = jar with { Jar = jar.Jar! with { VersionMarks = [new VersionMark("spark", built, "pom.xml")] } };

        new BuiltForSpark().Check(new CheckedJob([built2]) { Spark = spark }).Any().ShouldBe(!fits);
    }

    [Theory]
    [InlineData(null, "2.12", "2.12", true)]
    [InlineData(null, "2.12", "2.13", false)]
    [InlineData("3.5.0", "2.13", "2.13", true)]
    [InlineData("4.0.0", "2.12", "2.12", false)]
    public void Jars_are_for_one_version_of_Scala_that_Spark_is_released_for(string? spark, string one, string other, bool fits)
        => new ScalaMix().Check(new CheckedJob([Scala("a", one), Scala("b", other)]) { Spark = spark }).Any().ShouldBe(!fits);

    [Fact]
    public void Every_rule_has_an_id_and_a_source_of_its_own()
    {
        RuleBook.All.Select(static rule => rule.Id).Distinct().Count().ShouldBe(RuleBook.All.Count);
        RuleBook.All.ShouldAllBe(static rule => rule.Source.Length > 20);
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs", "check.md"));
        RuleBook.All.Where(rule => !documented.Contains($"| `{rule.Id}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Check(IRule rule, string? spark, params string[] jars)
        => rule.Check(new CheckedJob([.. jars.Select(Jar)]) { Spark = spark });

    private static CheckedJar Scala(string name, string version)
    {
        var jar = Jar($"org.example:{name}_{version}:1");
        return jar with { Jar = jar.Jar! with { Scala = new ScalaVersion(version, "artifact suffix") } };
    }

    private static CheckedJar Jar(string coordinates)
    {
        var parts = coordinates.Split(':');
        return new CheckedJar(coordinates)
        {
            Jar = new JarDescription
            {
                FileName = $"{parts[1]}-{parts[2]}.jar",
                Size = 1,
                ReadWhole = true,
                Entries = 1,
                Identity = new JarIdentity(new Coordinates(parts[0], parts[1], parts[2]), EvidenceKind.PomProperties, [], []),
                Java = null,
                Scala = null,
                Module = null,
            },
        };
    }
}
