using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.Template;

namespace Jarpoint.LocalCloud.Tests.Hosting;

public sealed class JarpointDeploymentTests
{
    private static readonly LocalCloudOptions Options = new()
    {
        Bootstrap = BootstrapCommand.For("bootstrap"),
        Nodes = new LocalNodeOptions { SweepRate = TimeSpan.FromSeconds(7) },
    };

    [Fact]
    public void Each_function_of_the_template_is_deployed_here_with_its_own_queue()
    {
        var functions = JarpointDeployment.Functions(Options);
        var template = JarpointDeployment.Resolve(Options);

        functions.Select(static function => function.Function)
            .ShouldBe(template.OfType("AWS::Lambda::Function").Select(static function => function.Id));
        foreach (var function in functions)
        {
            function.Handler.ShouldBe(function.Function);
            function.Timeout.TotalSeconds.ShouldBe(template.Resource(function.Function).Number("Timeout"));
            function.MemoryMiB.ShouldBe(template.Resource(function.Function).Number("MemorySize"));
            function.QueueSettings.VisibilityTimeout.ShouldBeGreaterThanOrEqualTo(
                (6 * function.Timeout) + function.Mapping.BatchingWindow);
            (function.Buckets.Count + function.EventPatterns.Count + (function.Rate is null ? 0 : 1)).ShouldBePositive();
        }

        functions.Sum(static function => function.EventPatterns.Count).ShouldBe(
            template.OfType("AWS::Events::Rule").Count(static rule => rule.Find("EventPattern") is not null));
    }

    [Fact]
    public void What_the_template_says_arrives()
    {
        var jars = JarpointDeployment.Functions(Options).Single(static function => function.Function == "CatalogJars");

        var bucket = jars.Buckets.ShouldHaveSingleItem();
        bucket.Prefix.ShouldBe("jars/");
        bucket.Events.ShouldBe(["ObjectCreated:*", "ObjectRemoved:*"]);
        jars.Mapping.ShouldBe(new EventSourceMappingDefinition { BatchSize = 10, MaximumConcurrency = 10 });
        jars.MaxReceiveCount.ShouldBe(10);
        jars.DeadLetterSettings.Retention.ShouldBe(TimeSpan.FromDays(14));
        jars.Environment["JARPOINT_BUCKET"].ShouldBe(Options.Bucket);
        jars.Environment["JARPOINT_GUARD_PERCENT"].ShouldBe("20");
    }

    [Fact]
    public void Without_nodes_there_is_the_catalog_alone()
        => JarpointDeployment.Functions(Options with { Nodes = null }).Select(static function => function.Function)
            .ShouldBe(["CatalogJars", "PublishCatalog"]);

    [Fact]
    public void The_sweep_has_the_rate_of_the_options_for_a_template_knows_no_seconds()
        => JarpointDeployment.Functions(Options).Single(static function => function.Function == "SweepNodes").Rate
            .ShouldBe(TimeSpan.FromSeconds(7));

    [Fact]
    public void A_mount_plan_the_template_would_refuse_is_refused_here()
        => Should.Throw<TemplateException>(() => JarpointDeployment.Functions(
            Options with { Nodes = new LocalNodeOptions { MountPlan = "spark" } })).Place.ShouldBe("Parameters.MountPlan");

    [Theory]
    [InlineData("rate(1 minute)", 60)]
    [InlineData("rate(5 minutes)", 300)]
    [InlineData("rate(2 hours)", 7200)]
    [InlineData("rate(1 day)", 86400)]
    public void Rates_are_read(string text, int seconds)
        => RateExpression.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(30 seconds)")]
    [InlineData("cron(0 * * * ? *)")]
    [InlineData("")]
    public void What_is_no_rate_is_refused(string text)
        => Should.Throw<FormatException>(() => RateExpression.Parse(text));
}
