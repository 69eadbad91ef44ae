using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Manifest;

/// <summary>A parsed manifest.</summary>
/// <param name="Main">The main section in file order; of a repeated attribute the last value, as Java has it.</param>
/// <param name="Sections">Per-entry sections that hold more than digests.</param>
/// <param name="Faults">Lines that break the specification.</param>
/// <param name="Abridged">
/// True when attributes beyond <see cref="ManifestParser.KeptAttributes"/> were left out.
/// </param>
internal sealed record JarManifest(
    IReadOnlyList<ManifestAttribute> Main, IReadOnlyList<ManifestSection> Sections, int Faults, bool Abridged)
{
    /// <summary>The trimmed value of a main attribute, or null when it is absent or blank.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var attribute in Main)
            {
                if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    var value = attribute.Value.Trim();
                    return value.Length == 0 ? null : value;
                }
            }

            return null;
        }
    }

    /// <summary>A value without its OSGi directives: <c>a.b;singleton:=true</c> gives <c>a.b</c>.</summary>
    public string? Plain(string name)
        => this[name]?.Split(';', 2)[0].Trim() is { Length: > 0 } plain ? plain : null;
}
