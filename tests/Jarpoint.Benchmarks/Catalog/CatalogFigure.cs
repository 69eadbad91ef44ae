namespace Jarpoint.Benchmarks.Catalog;

/// <summary>One row of the table.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Unit">Of the value and the limit.</param>
/// <param name="Limit">The most it may be; null for a figure without a limit.</param>
internal sealed record CatalogFigure(string Name, double Value, string Unit, double? Limit = null)
{
    public bool Met => Limit is null || Value <= Limit;
}
