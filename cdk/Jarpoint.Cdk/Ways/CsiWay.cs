using System.Text.Json.Nodes;
using Jarpoint.Cdk.Manifests;

namespace Jarpoint.Cdk.Ways;

/// <summary>
/// The EKS add-on of Mountpoint's CSI driver, and for each team the volume, identity and rights of
/// <c>cdk/manifests/csi</c>: mounts of pods instead of nodes.
/// </summary>
internal sealed record CsiWay
{
    /// <summary>Of the service account a team's jobs run as, in the team's namespace.</summary>
    public const string ServiceAccount = "spark";

    private const string Plain = "team-a";
    private const string PlainVolume = "jars-of-team-a";

    /// <summary>At least one.</summary>
    public required IReadOnlyList<CsiTeam> Teams { get; init; }

    public void AddTo(ManifestSet set, string bucket)
    {
        var plain = ManifestFolder.Load("csi");
        foreach (var team in Teams)
            set.Add(plain, [.. Names(team), .. Volume(team, plain, bucket)]);
    }

    private static IEnumerable<Substitution> Names(CsiTeam team)
    {
        yield return new("Namespace", Plain, "/metadata/name", team.Name);
        foreach (var kind in (string[])["ServiceAccount", "Role", "RoleBinding"])
            yield return new(kind, ServiceAccount, "/metadata/namespace", team.Name);
        yield return new("RoleBinding", ServiceAccount, "/subjects/0/namespace", team.Name);
        yield return new("PersistentVolumeClaim", "jars", "/metadata/namespace", team.Name);
        yield return new("PersistentVolumeClaim", "jars", "/spec/volumeName", VolumeName(team));
    }

    private static IEnumerable<Substitution> Volume(CsiTeam team, IReadOnlyList<JsonObject> plain, string bucket)
    {
        const string kind = "PersistentVolume";
        var options = plain.Single(manifest => (string?)manifest["kind"] == kind)["spec"]!["mountOptions"]!.AsArray();
        var prefix = options.Select((option, index) => (Text: (string)option!, index))
            .Single(option => option.Text.StartsWith("prefix ", StringComparison.Ordinal)).index;

        yield return new(kind, PlainVolume, "/metadata/name", VolumeName(team));
        yield return new(kind, PlainVolume, "/spec/claimRef/namespace", team.Name);
        yield return new(kind, PlainVolume, "/spec/csi/volumeHandle", VolumeName(team));
        yield return new(kind, PlainVolume, "/spec/csi/volumeAttributes/bucketName", bucket);
        yield return new(
            kind, PlainVolume, $"/spec/mountOptions/{prefix}", team.Prefix.Length == 0 ? null : $"prefix {team.Prefix}");
    }

    private static string VolumeName(CsiTeam team) => $"jars-of-{team.Name}";
}
