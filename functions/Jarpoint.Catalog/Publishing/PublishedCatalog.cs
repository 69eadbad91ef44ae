using Jarpoint.Catalog.Reading;

namespace Jarpoint.Catalog.Publishing;

/// <summary>The newest revision that is published, read when somebody asks for it and then once for all who ask.</summary>
public sealed class PublishedCatalog
{
    private readonly Lazy<Task<CatalogView>> view;

    /// <summary>Of a revision that is still to be read.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="cancellationToken">Cancels the one reading.</param>
    public PublishedCatalog(long revision, CatalogReader reader, CancellationToken cancellationToken)
    {
        Revision = revision;
        view = new Lazy<Task<CatalogView>>(() => reader.AtAsync(revision, cancellationToken));
    }

    /// <summary>Of what was just folded.</summary>
    public PublishedCatalog(CatalogView folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        Revision = folded.Revision;
        view = new Lazy<Task<CatalogView>>(Task.FromResult(folded));
    }

    /// <summary>0 while nothing was ever committed.</summary>
    public long Revision { get; }

    /// <summary>The catalog at <see cref="Revision"/>.</summary>
    /// <exception cref="CatalogDamagedException">A commit is missing or cannot be read.</exception>
    public Task<CatalogView> ReadAsync() => view.Value;
}
