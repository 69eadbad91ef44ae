using Jarpoint.Manifests.Tools;

namespace Jarpoint.Manifests;

/// <summary>The volume of a team through the CSI driver.</summary>
public sealed class VolumeTests
{
    [Fact]
    public async Task A_claim_and_its_volume_are_for_each_other_only_and_for_reading()
    {
        Commands.NeedKubectl();
        var rendered = await Commands.RenderAsync("csi");
        var volume = Yaml.Of(rendered, "PersistentVolume", "jars-of-team-a");
        var claim = Yaml.Of(rendered, "PersistentVolumeClaim", "jars");

        claim.Text("spec", "volumeName").ShouldBe(volume.Text("metadata", "name"));
        volume.Map("spec", "claimRef").ShouldBe(
            new Dictionary<string, string> { ["name"] = "jars", ["namespace"] = claim.Text("metadata", "namespace") },
            ignoreOrder: true);
        (volume.Text("spec", "storageClassName"), claim.Text("spec", "storageClassName")).ShouldBe(("", ""));
        volume.Texts("spec", "accessModes").ShouldBe(["ReadOnlyMany"]);
        volume.Text("spec", "persistentVolumeReclaimPolicy").ShouldBe("Retain");
    }

    [Fact]
    public async Task A_team_sees_its_prefix_by_its_own_role_and_its_cache_has_a_limit()
    {
        Commands.NeedKubectl();
        var volume = Yaml.Of(await Commands.RenderAsync("csi"), "PersistentVolume", "jars-of-team-a");
        volume.Texts("spec", "mountOptions").ShouldContain("read-only");
        volume.Texts("spec", "mountOptions").ShouldContain("prefix jars/team-a/");
        volume.Texts("spec", "mountOptions").ShouldNotContain("metadata-ttl indefinite");
        var attributes = volume.Map("spec", "csi", "volumeAttributes");
        (attributes["authenticationSource"], attributes["cache"]).ShouldBe(("pod", "emptyDir"));
        attributes["cacheEmptyDirSizeLimit"].ShouldNotBeEmpty();
    }
}
