using Jarpoint.Cdk.Application;
using Jarpoint.Template;

namespace Jarpoint.Cdk.Tests;

public sealed class TemplateParametersTests
{
    [Fact]
    public void What_is_not_given_has_the_default_of_the_template()
    {
        var bound = TemplateParameters.Bind(new Dictionary<string, string> { ["Cluster"] = "spark" });

        bound["Cluster"].ShouldBe("spark");
        bound["WriteOnce"].ShouldBe("false");
        bound.Keys.ShouldBe(ApplicationTemplate.Parse()["Parameters"]!.AsObject().Select(one => one.Key), ignoreOrder: true);
    }

    [Theory]
    [InlineData("Cluster", "arn:aws:eks:eu-central-1:1:cluster/spark")]
    [InlineData("WriteOnce", "yes")]
    [InlineData("LogRetentionDays", "31")]
    [InlineData("GuardPercent", "101")]
    [InlineData("Clusters", "spark")]
    public void What_cloudformation_would_refuse_is_refused_by_name(string name, string value)
    {
        Should.Throw<TemplateException>(() => TemplateParameters.Bind(new Dictionary<string, string> { [name] = value }))
            .Message.ShouldContain(name);
    }
}
