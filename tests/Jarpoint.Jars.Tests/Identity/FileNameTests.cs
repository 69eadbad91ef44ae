using Jarpoint.Jars.Identity;

namespace Jarpoint.Jars.Tests.Identity;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("commons-lang3-3.12.0.jar", "commons-lang3", "3.12.0", null)]
    [InlineData("spark-core_2.12-3.5.1.jar", "spark-core_2.12", "3.5.1", null)]
    [InlineData("iceberg-spark-runtime-3.5_2.12-1.4.2.jar", "iceberg-spark-runtime-3.5_2.12", "1.4.2", null)]
    [InlineData("spark-streaming-kafka-0-10_2.12-3.5.0.jar", "spark-streaming-kafka-0-10_2.12", "3.5.0", null)]
    [InlineData("log4j-1.2-api-2.17.1.jar", "log4j-1.2-api", "2.17.1", null)]
    [InlineData("hive-shims-0.23-2.3.9.jar", "hive-shims-0.23", "2.3.9", null)]
    [InlineData("stax-api-1.0-2.jar", "stax-api", "1.0-2", null)]
    [InlineData("javax.inject-1.jar", "javax.inject", "1", null)]
    [InlineData("guava-31.1-jre.jar", "guava", "31.1-jre", null)]
    [InlineData(
        "netty-transport-native-epoll-4.1.74.Final-linux-x86_64.jar",
        "netty-transport-native-epoll", "4.1.74.Final", "linux-x86_64")]
    [InlineData("avro-mapred-1.11.2-hadoop2.jar", "avro-mapred", "1.11.2", "hadoop2")]
    [InlineData("app-1.0-SNAPSHOT.jar", "app", "1.0-SNAPSHOT", null)]
    [InlineData("app-1.0-20240101.120000-3.jar", "app", "1.0-20240101.120000-3", null)]
    [InlineData("geronimo-jcache_1.0_spec-1.0-alpha-1.jar", "geronimo-jcache_1.0_spec", "1.0-alpha-1", null)]
    [InlineData("jsr305-0.1~+svn49.jar", "jsr305", "0.1~+svn49", null)]
    [InlineData("flink-shaded-hadoop-2-uber-2.8.3-10.0.jar", "flink-shaded-hadoop-2-uber", "2.8.3-10.0", null)]
    [InlineData("flink-shaded-guava-30.1.1-jre-15.0.jar", "flink-shaded-guava", "30.1.1-jre-15.0", null)]
    [InlineData("flink-connector-kafka-3.0.1-1.18.jar", "flink-connector-kafka", "3.0.1-1.18", null)]
    [InlineData("paimon-spark-3.5-0.8.2.jar", "paimon-spark-3.5", "0.8.2", null)]
    [InlineData("log4j-1.2-1.2.17.jar", "log4j-1.2", "1.2.17", null)]
    [InlineData("hadoop-aws-3.3.6-amzn-1.jar", "hadoop-aws", "3.3.6-amzn-1", null)]
    [InlineData("hadoop-common-2.6.0-cdh5.16.1.jar", "hadoop-common", "2.6.0-cdh5.16.1", null)]
    [InlineData("app-1.2.3-spark-3.5.0.jar", "app", "1.2.3", "spark-3.5.0")]
    [InlineData("jsr305-3.0.2.jar", "jsr305", "3.0.2", null)]
    [InlineData("h2-2.2.224.jar", "h2", "2.2.224", null)]
    [InlineData("jackson-module-scala_2.12-2.15.2.jar", "jackson-module-scala_2.12", "2.15.2", null)]
    [InlineData("acme_3-1.0.jar", "acme_3", "1.0", null)]
    [InlineData("aws-java-sdk-bundle-1.12.647.jar", "aws-java-sdk-bundle", "1.12.647", null)]
    [InlineData("javax.servlet-api-4.0.1.jar", "javax.servlet-api", "4.0.1", null)]
    [InlineData("postgresql-42.2.5.jre7.jar", "postgresql", "42.2.5.jre7", null)]
    [InlineData("json-20231013.jar", "json", "20231013", null)]
    [InlineData("commons-io-20030203.000550.jar", "commons-io", "20030203.000550", null)]
    [InlineData("guava-r09.jar", "guava", "r09", null)]
    [InlineData("app-1.0+build.5.jar", "app", "1.0+build.5", null)]
    [InlineData("app-v1.2.3.jar", "app", "v1.2.3", null)]
    [InlineData("app-1-20240101.120000-3.jar", "app", "1-20240101.120000-3", null)]
    [InlineData("app-1.0-20240101.120000-3-sources.jar", "app", "1.0-20240101.120000-3", "sources")]
    [InlineData("app-1.0-SNAPSHOT-jar-with-dependencies.jar", "app", "1.0-SNAPSHOT", "jar-with-dependencies")]
    [InlineData("app-1.0-tests.jar", "app", "1.0", "tests")]
    [InlineData("app-1.0-shaded.jar", "app", "1.0", "shaded")]
    [InlineData("app-1.0-all.jar", "app", "1.0", "all")]
    [InlineData("javax.inject-1-sources.jar", "javax.inject", "1", "sources")]
    [InlineData(
        "org.eclipse.core.runtime_3.26.100.v20221021-0005.jar",
        "org.eclipse.core.runtime", "3.26.100.v20221021-0005", null)]
    [InlineData("spark-3-udfs.jar", "spark-3-udfs", null, null)]
    [InlineData("maven-core-3.x.jar", "maven-core-3.x", null, null)]
    [InlineData("guava.jar", "guava", null, null)]
    [InlineData("1.0.jar", "1.0", null, null)]
    [InlineData(".jar", "", null, null)]
    public void Splits_a_file_name_into_artifact_version_and_classifier(
        string fileName, string artifact, string? version, string? classifier)
    {
        var parsed = FileName.Parse(fileName);

        (parsed.ArtifactId, parsed.Version, parsed.Classifier).ShouldBe((artifact, version, classifier));
    }

    [Theory]
    [InlineData("31.1-jre", "31.1.0.jre")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("2.0", "2.0.0")]
    [InlineData("4.1.48.Final", "4.1.48.Final")]
    [InlineData("1.0-SNAPSHOT", "1.0.0.SNAPSHOT")]
    public void Knows_how_OSGi_tools_rewrite_a_version(string maven, string osgi)
        => OsgiVersion.From(maven).ShouldBe(osgi);
}
