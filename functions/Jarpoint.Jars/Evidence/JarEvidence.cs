using Jarpoint.Jars.Description;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Manifest;
using Jarpoint.Jars.Pom;

namespace Jarpoint.Jars.Evidence;

/// <summary>What the entries of one jar say, collected entry by entry.</summary>
internal sealed class JarEvidence(FileName fileName)
{
    private const int KeptProjects = 16;
    private const int KeptProviders = 20_000;

    private readonly Dictionary<string, PomProject> projects = new(StringComparer.Ordinal);
    private readonly List<IdentityEvidence> pomProperties = [];
    private readonly List<IdentityEvidence> pomXml = [];
    private readonly List<ServiceProvider> providers = [];
    private int strangers;
    private int providerCount;

    public JarManifest? Manifest { get; set; }

    public string? ScalaLibrary { get; set; }

    /// <summary>Module names by entry; null when the file gives none.</summary>
    public SortedDictionary<string, string?> Modules { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string?> PlatformVersions { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> LicenceTexts { get; } = new(StringComparer.Ordinal);

    public List<JarWarning> Warnings { get; } = [];

    public List<string> Unread { get; } = [];

    public IReadOnlyList<IdentityEvidence> PomProperties => ByPath(pomProperties);

    public IReadOnlyList<IdentityEvidence> PomXml => ByPath(pomXml);

    public IReadOnlyList<ServiceProvider> Providers
        => [.. providers.OrderBy(static provider => provider.Service, StringComparer.Ordinal)];

    /// <summary>The project of a <c>pom.xml</c> that was read, or of the one beside a <c>pom.properties</c>.</summary>
    public PomProject? Project(IdentityEvidence pom)
        => projects.GetValueOrDefault($"{PomPath.Folder(pom.Path)}pom.xml");

    public void AddPomProperties(WantedEntry entry, IReadOnlyDictionary<string, string> properties)
    {
        var byPath = PomPath.ToEvidence(EvidenceKind.PomProperties, entry.Name);
        pomProperties.Add(new IdentityEvidence(
            EvidenceKind.PomProperties,
            entry.Name,
            Known(properties.GetValueOrDefault("groupId")) ?? byPath.GroupId,
            Known(properties.GetValueOrDefault("artifactId")) ?? byPath.ArtifactId,
            Known(properties.GetValueOrDefault("version"))));
    }

    public void AddPomXml(WantedEntry entry, PomProject? project)
    {
        if (project is null)
        {
            Warnings.Add(new JarWarning(
                JarWarningCode.UnreadablePom,
                $"{entry.Name} is not well-formed, too large, or declares a document type."));
            AddUnreadPom(entry);
            return;
        }

        var byPath = PomPath.ToEvidence(EvidenceKind.PomXml, entry.Name);
        var pom = byPath with
        {
            GroupId = Known(project.GroupId) ?? byPath.GroupId,
            ArtifactId = Known(project.ArtifactId) ?? byPath.ArtifactId,
            Version = Known(project.Version),
        };
        pomXml.Add(pom);
        if (projects.Count < KeptProjects && (FileNameMatch.Of(fileName, pom) > 0 || strangers++ < KeptProjects / 2))
        {
            projects.Add(entry.Name, project);
        }
    }

    /// <summary>A pom that was not read still says by its path whose it is.</summary>
    public void AddUnreadPom(WantedEntry entry)
    {
        if (entry.Role == EntryRole.PomProperties)
        {
            pomProperties.Add(PomPath.ToEvidence(EvidenceKind.PomProperties, entry.Name));
        }
        else if (entry.Role == EntryRole.PomXml)
        {
            pomXml.Add(PomPath.ToEvidence(EvidenceKind.PomXml, entry.Name));
        }
    }

    public void AddModule(WantedEntry entry, string? name)
    {
        Modules[entry.Name] = name;
        if (name is null)
        {
            Warnings.Add(new JarWarning(JarWarningCode.UnreadableEntry, $"Entry {entry.Name} declares no module."));
        }
    }

    public void AddService(string path, IReadOnlyList<string> implementations)
    {
        providerCount += implementations.Count + 1;
        if (providerCount <= KeptProviders)
        {
            providers.Add(new ServiceProvider(path[(path.LastIndexOf('/') + 1)..], implementations));
        }
        else if (!Warnings.Exists(static warning => warning.Code == JarWarningCode.Abridged))
        {
            Warnings.Add(new JarWarning(
                JarWarningCode.Abridged, $"More than {KeptProviders} providers; the rest is left out."));
        }
    }

    private static string? Known(string? text)
        => text is { Length: > 0 } && !text.Contains("${", StringComparison.Ordinal) ? text : null;

    private static IReadOnlyList<IdentityEvidence> ByPath(List<IdentityEvidence> poms)
        => [.. poms.OrderBy(static pom => pom.Path, StringComparer.Ordinal)];
}
