namespace Jarpoint.Catalog.Describing;

/// <summary>Where the SHA-256 of a jar comes from that is too large to be read in one request.</summary>
public enum DigestMode
{
    /// <summary>S3's stored full-object SHA-256 where there is one, else one streaming pass.</summary>
    Auto,

    /// <summary>S3's stored full-object SHA-256 or none: only ranges are read.</summary>
    Checksum,

    /// <summary>Always one streaming pass.</summary>
    Stream,

    /// <summary>None: only ranges are read.</summary>
    None,
}
