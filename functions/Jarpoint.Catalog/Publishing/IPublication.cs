namespace Jarpoint.Catalog.Publishing;

/// <summary>
/// Something kept beside the catalog that follows its revisions, such as the Maven repository. May run twice at once and
/// may die anywhere: it keeps a mark of its own of how far it came, and costs one read when it is there already.
/// </summary>
public interface IPublication
{
    /// <summary>What it is called in logs.</summary>
    string Name { get; }

    /// <summary>Brings it up to the catalog, or nearer to it.</summary>
    /// <param name="catalog">The revision to follow.</param>
    /// <param name="windUp">Is cancelled when the work has to come to a point where a later run can go on.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when there is more to do: the next run goes on.</returns>
    Task<bool> FollowAsync(PublishedCatalog catalog, CancellationToken windUp, CancellationToken cancellationToken);
}
