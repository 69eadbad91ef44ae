using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jarpoint.Cdk.Tests.Synthesis;
using Jarpoint.Template;
using Jarpoint.Tests;

namespace Jarpoint.Cdk.Tests;

/// <summary>
/// What the stacks make, to be read in a diff. <c>JARPOINT_UPDATE_SNAPSHOT=1</c> writes the snapshots anew. Left out is what
/// has a review of its own: resources of <c>template.yaml</c>, scripts, and digests of assets.
/// </summary>
public sealed partial class SnapshotTests(Synthesized synthesized)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData(Options.DemoArm64)]
    [InlineData(Options.Everything)]
    [InlineData(Options.Pools)]
    public void A_stack_is_as_it_was_reviewed(string name)
    {
        var text = Reviewable(synthesized[name]);
        var path = Path.Combine(Repository.Root, "tests", "Jarpoint.Cdk.Tests", "Snapshots", $"{name}.json");
        if (Environment.GetEnvironmentVariable("JARPOINT_UPDATE_SNAPSHOT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue($"{path} is not there: set JARPOINT_UPDATE_SNAPSHOT=1 and review it.");
        text.ShouldBe(File.ReadAllText(path), $"{name} has changed: set JARPOINT_UPDATE_SNAPSHOT=1 and review the difference.");
    }

    private static string Reviewable(StackTemplate stack)
    {
        var template = stack.Json.DeepClone().AsObject();
        var ofTheTemplate = ApplicationTemplate.Parse();
        foreach (var section in (string[])["Metadata", "Globals", "Conditions"])
            template.Remove(section);
        foreach (var section in (string[])["Resources", "Outputs"])
        {
            foreach (var (id, _) in ofTheTemplate[section]!.AsObject())
                Kept(template, section, id);
        }

        foreach (var (_, resource) in template["Resources"]!.AsObject())
        {
            if ((string?)resource!["Type"] == "Custom::JarpointManifests")
                resource["Properties"]!["Manifests"] = new JsonArray([.. AppliedManifests.Of(stack).Select(Shortened)]);
        }

        return Digest().Replace(template.ToJsonString(Json), "<digest>") + "\n";
    }

    // Only what the stack has of its own: who has the policy for reading.
    private static void Kept(JsonObject template, string section, string id)
    {
        if (id == "ReadJars" && template[section]?[id]?["Properties"]?["Roles"] is { } roles)
            template[section]![id] = new JsonObject { ["Roles"] = roles.DeepClone() };
        else
            template[section]?.AsObject().Remove(id);
    }

    private static JsonNode Shortened(JsonObject manifest)
    {
        var shortened = manifest.DeepClone().AsObject();
        if ((string?)shortened["metadata"]!["name"] == "jarpoint-node-script")
            shortened["data"] = "<scripts>";
        if (shortened["spec"]?["userData"] is { } userData)
            shortened["spec"]!["userData"] = string.Join('\n', ((string)userData!).Split('\n').Where(line => line.StartsWith("export ", StringComparison.Ordinal)));
        return shortened;
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
