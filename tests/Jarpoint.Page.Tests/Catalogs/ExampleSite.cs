namespace Jarpoint.Page.Tests.Catalogs;

/// <summary>Four revisions: the second has a snapshot, the others are read from the log.</summary>
internal static class ExampleSite
{
    public const string Core10 = "jars/core-1.0.jar";
    public const string Core11 = "jars/core-1.1.jar";
    public const string Spark = "jars/spark/events-spark_2.12-3.5.1.jar";
    public const string Broken = "jars/broken.jar";

    /// <summary>A key that would be a script, were it ever markup.</summary>
    public const string Script = "jars/<script>alert(1)<!---->.jar";

    public static async Task<PageSite> StartAsync()
    {
        var site = await PageSite.StartAsync();
        await site.CommitAsync(
            (Core10, TestJar.Of(
                "org.example", "core", "1.0",
                ("org/example/Same.class", "same"), ("org/example/Differs.class", "one"), ("org/example/Gone.class", "gone"))),
            ("jars/util-0.9.jar", TestJar.Of("org.example.tools", "util", "0.9", ("org/example/tools/Util.class", "util"))));
        await site.CommitAsync(
            (Core11, TestJar.Of(
                "org.example", "core", "1.1",
                ("org/example/Same.class", "same"), ("org/example/Differs.class", "another"))),
            (Script, TestJar.Of(
                "<img src=x onerror=alert(1)>", "<b>bold</b>", "\"><script>alert(1)</script>",
                ("<script>alert(1)</script>.class", "name"))));
        await site.PublishAsync();
        await site.CommitAsync(
            (Spark, TestJar.Of(
                "com.example.events", "events-spark_2.12", "3.5.1",
                TestJar.Pom("com.example.events", "events-spark_2.12", "3.5.1", "org.example", "core"),
                ("META-INF/services/org.apache.spark.sql.sources.DataSourceRegister", "com.example.events.EventSource\n"),
                ("com/example/events/EventSource.class", "source"), ("com/example/events/Reader.class", "reader"))),
            (Broken, "no archive at all"u8.ToArray()));
        await site.RemoveAsync("jars/util-0.9.jar");
        return site;
    }
}
