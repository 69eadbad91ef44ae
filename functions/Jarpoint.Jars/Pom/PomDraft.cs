using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Pom;

/// <summary>Collects the texts of a <c>pom.xml</c> that matter, and resolves them once all are known.</summary>
internal sealed class PomDraft
{
    private const int Kept = 5_000;
    private const string Properties = "project/properties/";
    private const string Dependency = "project/dependencies/dependency";
    private const string Exclusion = $"{Dependency}/exclusions/exclusion";
    private const string Managed = "project/dependencyManagement/dependencies/dependency";

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly List<string> licences = [];
    private readonly List<Dictionary<string, string>> dependencies = [];
    private readonly List<List<Dictionary<string, string>>> exclusions = [];
    private readonly List<Dictionary<string, string>> managed = [];
    private bool hasParent;

    public bool HasProject { get; private set; }

    /// <summary>
    /// Whether it states its coordinates itself, names no parent and imports nothing: a resolver needs no other pom.
    /// </summary>
    public bool StandsAlone => !hasParent
        && Stated("groupId") && Stated("artifactId") && Stated("version")
        && !managed.Exists(static each => each.GetValueOrDefault("scope") == "import");

    public void Begin(string path)
    {
        HasProject = true;
        hasParent |= path == "project/parent";
        if (path == Dependency && dependencies.Count < Kept)
        {
            dependencies.Add(new Dictionary<string, string>(StringComparer.Ordinal));
            exclusions.Add([]);
        }
        else if (path == Exclusion)
        {
            exclusions[^1].Add(new Dictionary<string, string>(StringComparer.Ordinal));
        }
        else if (path == Managed && managed.Count < Kept)
        {
            managed.Add(new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    public void Text(string path, string value)
    {
        value = value.Trim();
        if (path == "project/licenses/license/name" && licences.Count < Kept)
        {
            licences.Add(value);
        }
        else if (path.StartsWith($"{Exclusion}/", StringComparison.Ordinal))
        {
            exclusions[^1][^1][path[(Exclusion.Length + 1)..]] = value;
        }
        else if (path.StartsWith($"{Dependency}/", StringComparison.Ordinal))
        {
            dependencies[^1][path[(Dependency.Length + 1)..]] = value;
        }
        else if (path.StartsWith($"{Managed}/", StringComparison.Ordinal))
        {
            managed[^1][path[(Managed.Length + 1)..]] = value;
        }
        else if (path.Count('/') == 1 || path.StartsWith("project/parent/", StringComparison.Ordinal)
            || path.StartsWith(Properties, StringComparison.Ordinal))
        {
            texts[path] = value;
        }
    }

    public PomProject Build()
    {
        var placeholders = new Placeholders(Lookup);
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dependency in managed)
        {
            if (dependency.TryGetValue("version", out var version))
            {
                versions.TryAdd(Name(dependency), version);
            }
        }

        return new PomProject(
            placeholders.Resolve(Lookup("project.groupId")),
            placeholders.Resolve(Lookup("project.artifactId")),
            placeholders.Resolve(Lookup("project.version")),
            licences,
            [.. dependencies.Zip(exclusions)
                .Where(static each => each.First.ContainsKey("groupId") && each.First.ContainsKey("artifactId"))
                .Select(each => Declare(each.First, each.Second))]);

        string Name(Dictionary<string, string> dependency)
            => $"{placeholders.Resolve(dependency.GetValueOrDefault("groupId"))}:"
               + placeholders.Resolve(dependency.GetValueOrDefault("artifactId"));

        DeclaredDependency Declare(Dictionary<string, string> dependency, List<Dictionary<string, string>> excluded)
            => new(
                placeholders.Resolve(dependency["groupId"])!,
                placeholders.Resolve(dependency["artifactId"])!,
                placeholders.Resolve(
                    dependency.GetValueOrDefault("version") ?? versions.GetValueOrDefault(Name(dependency))),
                dependency.GetValueOrDefault("scope"),
                placeholders.Resolve(dependency.GetValueOrDefault("classifier")),
                dependency.GetValueOrDefault("type"),
                dependency.GetValueOrDefault("optional") == "true",
                excluded.Count > 0 ? [.. excluded.Select(Name)] : null);
    }

    private bool Stated(string field) => Own(field)?.Contains("${", StringComparison.Ordinal) is false;

    private string? Lookup(string name)
    {
        if (texts.TryGetValue(Properties + name, out var property))
        {
            return property;
        }

        // `pom.` and the bare form are Maven 2's spelling of `project.`.
        var field = name.StartsWith("project.", StringComparison.Ordinal) ? name["project.".Length..]
            : name.StartsWith("pom.", StringComparison.Ordinal) ? name["pom.".Length..]
            : name;
        return field switch
        {
            "groupId" or "version" => Own(field) ?? Own($"parent/{field}"),
            "artifactId" or "name" or "packaging" => Own(field),
            "parent.groupId" or "parent.artifactId" or "parent.version" => Own(field.Replace('.', '/')),
            _ => null,
        };
    }

    private string? Own(string path)
        => texts.GetValueOrDefault($"project/{path}") is { Length: > 0 } text ? text : null;
}
