using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Describing;

/// <summary>What reading a long description gave.</summary>
public abstract record DescriptionOutcome
{
    private DescriptionOutcome()
    {
    }

    public sealed record Found(JarDescription Jar) : DescriptionOutcome;

    public sealed record Missing : DescriptionOutcome;

    /// <summary>The object is not what its name, a digest of its content, says.</summary>
    public sealed record Damaged(string Detail) : DescriptionOutcome;
}
