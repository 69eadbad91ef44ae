using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Pom;

/// <summary>Collects the texts of a <c>pom.xml</c> that matter, and resolves them once all are known.</summary>
internal sealed class PomDraft
{
    private const int Kept = 5_000;
    private const string Properties = "project/properties/";
    private const string Dependency = "project/dependencies/dependency";
    private const string Managed = "project/dependencyManagement/dependencies/dependency";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _licences = [];
    private readonly List<Dictionary<string, string>> _dependencies = [];
    private readonly List<Dictionary<string, string>> _managed = [];

    public bool HasProject { get; private set; }

    public void Begin(string path)
    {
        HasProject = true;
        if (path == Dependency && _dependencies.Count < Kept)
        {
            _dependencies.Add(new Dictionary<string, string>(StringComparer.Ordinal));
        }
        else if (path == Managed && _managed.Count < Kept)
        {
            _managed.Add(new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    public void Text(string path, string value)
    {
        value = value.Trim();
        if (path == "project/licenses/license/name" && _licences.Count < Kept)
        {
            _licences.Add(value);
        }
        else if (path.StartsWith($"{Dependency}/", StringComparison.Ordinal))
        {
            _dependencies[^1][path[(Dependency.Length + 1)..]] = value;
        }
        else if (path.StartsWith($"{Managed}/", StringComparison.Ordinal))
        {
            _managed[^1][path[(Managed.Length + 1)..]] = value;
        }
        else if (path.Count('/') == 1 || path.StartsWith("project/parent/", StringComparison.Ordinal)
            || path.StartsWith(Properties, StringComparison.Ordinal))
        {
            _texts[path] = value;
        }
    }

    public PomProject Build()
    {
        var placeholders = new Placeholders(Lookup);
        var managed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dependency in _managed)
        {
            if (dependency.TryGetValue("version", out var version))
            {
                managed.TryAdd(Name(dependency), version);
            }
        }

        return new PomProject(
            placeholders.Resolve(Lookup("project.groupId")),
            placeholders.Resolve(Lookup("project.artifactId")),
            placeholders.Resolve(Lookup("project.version")),
            _licences,
            [.. _dependencies.Where(static each => each.ContainsKey("groupId") && each.ContainsKey("artifactId"))
                .Select(Declare)]);

        string Name(Dictionary<string, string> dependency)
            => $"{placeholders.Resolve(dependency.GetValueOrDefault("groupId"))}:"
               + placeholders.Resolve(dependency.GetValueOrDefault("artifactId"));

        DeclaredDependency Declare(Dictionary<string, string> dependency)
            => new(
                placeholders.Resolve(dependency["groupId"])!,
                placeholders.Resolve(dependency["artifactId"])!,
                placeholders.Resolve(dependency.GetValueOrDefault("version") ?? managed.GetValueOrDefault(Name(dependency))),
                dependency.GetValueOrDefault("scope"),
                placeholders.Resolve(dependency.GetValueOrDefault("classifier")),
                dependency.GetValueOrDefault("type"),
                dependency.GetValueOrDefault("optional") == "true");
    }

    private string? Lookup(string name)
    {
        if (_texts.TryGetValue(Properties + name, out var property))
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
        => _texts.GetValueOrDefault($"project/{path}") is { Length: > 0 } text ? text : null;
}
