using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>Reads and moves the hint that names the newest snapshot.</summary>
internal sealed class HeadStore(IObjectStore store, CatalogLayout layout)
    : RevisionHint<HeadDocument>(store, layout.Head, Wire.Head);
