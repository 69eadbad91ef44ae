namespace Jarpoint.Catalog.Maven;

/// <summary>What becomes of the <c>.sha256</c> beside each file, on the way from one content to another.</summary>
internal enum Sha256Files
{
    /// <summary>There are none.</summary>
    None,

    Written,

    /// <summary>There may be some, of what was there before.</summary>
    Removed,
}
