using Jarpoint.Manifests.Tools;
using Jarpoint.Tests;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Manifests;

/// <summary>The DaemonSet: what is in it is what is in the repository, and what it promises is in it.</summary>
public sealed class DaemonSetTests
{
    private static readonly string Folder = Path.Combine(Commands.Manifests, "daemonset");

    private static YamlNode Pod => Yaml.Of(Text("daemonset.yaml"), "DaemonSet", "jarpoint-node").At("spec", "template", "spec");

    private static YamlNode Container => Pod.At("containers", "0");

    [Fact]
    public async Task Its_script_is_the_node_script_of_this_revision_character_by_character()
    {
        var files = Yaml.Of(Text("script.yaml"), "ConfigMap", "jarpoint-node-script").Map("data");
        var bundle = await TestProgram.RunAsync(Path.Combine(Repository.Root, "cdk", "node", "bundle"), []);
        var entry = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "cdk", "node", "daemonset"), TestContext.Current.CancellationToken);

        const string Remedy = "cdk/manifests/daemonset/generate > cdk/manifests/daemonset/script.yaml";
        files["jarpoint-node"].ShouldBe(bundle, Remedy);
        files["daemonset"].ShouldBe(entry, Remedy);
    }

    [Fact]
    public async Task Every_setting_of_the_node_script_is_a_variable_and_says_its_default()
    {
        var settings = Yaml.Of(Text("settings.yaml"), "ConfigMap", "jarpoint-node").Map("data");
        foreach (var own in (string[])["JARPOINT_MOUNTS", "JARPOINT_VERIFY_INTERVAL", "JARPOINT_UNMOUNT_ON_EXIT"])
        {
            settings.Remove(own).ShouldBeTrue(own);
        }

        settings["JARPOINT_BUCKET"].ShouldNotBeEmpty();
        settings["JARPOINT_BUCKET"] = "";
        var declared = (await TestProgram.RunAsync("bash", ["-c", "bash <(cdk/node/bundle) settings"]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t'))
            .ToDictionary(static row => row[0], static row => row[2]);
        settings.OrderBy(static one => one.Key).ShouldBe(declared.OrderBy(static one => one.Key));
        Container.Text("envFrom", "0", "configMapRef", "name").ShouldBe("jarpoint-node");
    }

    [Fact]
    public void It_runs_the_entry_point_that_the_script_holds_and_asks_it_how_it_is()
    {
        var mount = Container.Text("volumeMounts", "0", "mountPath");
        Container.Texts("command").ShouldBe(["/bin/bash", $"{mount}/daemonset"]);
        Container.Texts("readinessProbe", "exec", "command").ShouldBe(["/bin/bash", $"{mount}/daemonset", "ready"]);
        Container.Texts("livenessProbe", "exec", "command").ShouldBe(["/bin/bash", $"{mount}/daemonset", "alive"]);
        Pod.Text("volumes", "0", "configMap", "name").ShouldBe("jarpoint-node-script");
        // Probes keep their state in /tmp, and the root is read-only.
        (Container.Text("volumeMounts", "1", "mountPath"), Pod.Text("volumes", "1", "emptyDir", "medium")).ShouldBe(("/tmp", "Memory"));
    }

    [Fact]
    public void It_is_on_every_node_before_everything_else_and_is_changed_by_hand()
    {
        var daemons = Yaml.Of(Text("daemonset.yaml"), "DaemonSet", "jarpoint-node");
        daemons.Text("spec", "updateStrategy", "type").ShouldBe("OnDelete");
        Pod.At("tolerations", "0").Map().ShouldBe(new Dictionary<string, string> { ["operator"] = "Exists" });
        Pod.Text("priorityClassName").ShouldBe("system-node-critical");
        Pod.Text("hostPID").ShouldBe("true");
        Container.Text("securityContext", "privileged").ShouldBe("true");
        Container.Map("resources", "requests").Keys.ShouldBe(["cpu", "memory"]);
        Container.Map("resources", "limits").Keys.ShouldBe(["memory"]);
        ((YamlMappingNode)Pod).Children.Keys.ShouldNotContain(new YamlScalarNode("hostNetwork"));
        Pod.Text("automountServiceAccountToken").ShouldBe("false");
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
