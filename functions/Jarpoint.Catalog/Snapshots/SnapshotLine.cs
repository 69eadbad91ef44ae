namespace Jarpoint.Catalog.Snapshots;

/// <summary>What a line of a snapshot is, and so what the next one may be.</summary>
internal enum SnapshotLine
{
    /// <summary>The first line.</summary>
    Header,

    /// <summary>A key that another key follows: it ends in a comma.</summary>
    Key,

    /// <summary>The last key.</summary>
    LastKey,

    /// <summary>The closing line. A document that ends in any other is not whole.</summary>
    End,
}
