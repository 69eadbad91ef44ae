using Jarpoint.Catalog.Facts;

namespace Jarpoint.Cli.Resolve;

/// <summary>What a request for a jar led to.</summary>
internal abstract record ResolveOutcome
{
    private ResolveOutcome()
    {
    }

    internal sealed record Found(CatalogFact Entry) : ResolveOutcome;

    /// <summary>Nothing is it, or several different objects are.</summary>
    /// <param name="Reason">A sentence for a person, without the request.</param>
    internal sealed record Failed(string Reason) : ResolveOutcome;
}
