using Amazon.CDK;
using Jarpoint.Cdk.Tests.Synthesis;

namespace Jarpoint.Cdk.Tests;

/// <summary>The deployments of <c>Program.cs</c>, with a stand-in for the executable.</summary>
public sealed class EnvironmentTests(Synthesized synthesized)
{
    [Fact]
    public void Every_environment_synthesizes_and_names_no_account()
    {
        var folder = synthesized.NewFolder("environments");
        var app = new App(new AppProps { Outdir = folder });

        Environments.All(app, synthesized.Arm64);
        app.Synth();

        var manifest = File.ReadAllText(Path.Combine(folder, "manifest.json"));
        Directory.EnumerateFiles(folder, "*.template.json").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            ["jarpoint-demo-cluster.template.json", "jarpoint-demo.template.json", "jarpoint.template.json"]);
        manifest.ShouldContain("aws://unknown-account/unknown-region");
    }
}
