using Jarpoint.Jars.Description;
using Jarpoint.Jars.Directory;
using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Manifest;
using Jarpoint.Jars.Pom;

namespace Jarpoint.Jars.Evidence;

/// <summary>What the entries of one jar say, collected entry by entry.</summary>
internal sealed class JarEvidence(FileName fileName)
{
    private const int KeptProjects = 16;
    private const int KeptProviders = 20_000;

    private readonly Dictionary<string, PomProject> _projects = new(StringComparer.Ordinal);
    private readonly List<IdentityEvidence> _pomProperties = [];
    private readonly List<IdentityEvidence> _pomXml = [];
    private readonly List<ServiceProvider> _providers = [];
    private int _strangers;
    private int _providerCount;

    public JarManifest? Manifest { get; set; }

    public string? ScalaLibrary { get; set; }

    /// <summary>Module names by entry; null when the file gives none.</summary>
    public SortedDictionary<string, string?> Modules { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string?> PlatformVersions { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> LicenceTexts { get; } = new(StringComparer.Ordinal);

    public List<JarWarning> Warnings { get; } = [];

    public List<string> Unread { get; } = [];

    public IReadOnlyList<IdentityEvidence> PomProperties => ByPath(_pomProperties);

    public IReadOnlyList<IdentityEvidence> PomXml => ByPath(_pomXml);

    public IReadOnlyList<ServiceProvider> Providers
        => [.. _providers.OrderBy(static provider => provider.Service, StringComparer.Ordinal)];

    /// <summary>The project of a <c>pom.xml</c> that was read, or of the one beside a <c>pom.properties</c>.</summary>
    public PomProject? Project(IdentityEvidence pom)
        => _projects.GetValueOrDefault($"{PomPath.Folder(pom.Path)}pom.xml");

    public void AddPomProperties(WantedEntry entry, IReadOnlyDictionary<string, string> properties)
    {
        var byPath = PomPath.ToEvidence(EvidenceKind.PomProperties, entry.Name);
        _pomProperties.Add(new IdentityEvidence(
            EvidenceKind.PomProperties,
            entry.Name,
            Stated("groupId") ?? byPath.GroupId,
            Stated("artifactId") ?? byPath.ArtifactId,
            Stated("version")));

        string? Stated(string key)
            => properties.GetValueOrDefault(key) is { Length: > 0 } value
               && !value.Contains("${", StringComparison.Ordinal)
                ? value
                : null;
    }

    public void AddPomXml(WantedEntry entry, PomProject? project)
    {
        if (project is null)
        {
            Warnings.Add(new JarWarning(
                JarWarningCode.UnreadablePom, $"{entry.Name} is not well-formed, too large, or declares a document type."));
            AddUnreadPom(entry);
            return;
        }

        var pom = new IdentityEvidence(
            EvidenceKind.PomXml, entry.Name, project.GroupId, project.ArtifactId, project.Version);
        _pomXml.Add(pom);
        if (_projects.Count < KeptProjects && (FileNameMatch.Of(fileName, pom) > 0 || _strangers++ < KeptProjects / 2))
        {
            _projects.Add(entry.Name, project);
        }
    }

    /// <summary>A pom that was not read still says by its path whose it is.</summary>
    public void AddUnreadPom(WantedEntry entry)
    {
        if (entry.Role == EntryRole.PomProperties)
        {
            _pomProperties.Add(PomPath.ToEvidence(EvidenceKind.PomProperties, entry.Name));
        }
        else if (entry.Role == EntryRole.PomXml)
        {
            _pomXml.Add(PomPath.ToEvidence(EvidenceKind.PomXml, entry.Name));
        }
    }

    public void AddService(string path, IReadOnlyList<string> implementations)
    {
        _providerCount += implementations.Count + 1;
        if (_providerCount <= KeptProviders)
        {
            _providers.Add(new ServiceProvider(path[(path.LastIndexOf('/') + 1)..], implementations));
        }
        else if (!Warnings.Exists(static warning => warning.Code == JarWarningCode.Abridged))
        {
            Warnings.Add(new JarWarning(JarWarningCode.Abridged, $"More than {KeptProviders} providers; the rest is left out."));
        }
    }

    private static IReadOnlyList<IdentityEvidence> ByPath(List<IdentityEvidence> poms)
        => [.. poms.OrderBy(static pom => pom.Path, StringComparer.Ordinal)];
}
