namespace Jarpoint.Functions.Options;

/// <summary>Where a jar's SHA-256 comes from.</summary>
public enum DigestOption
{
    /// <summary>S3's stored full-object checksum where there is one, else one streaming pass.</summary>
    Auto,

    /// <summary>S3's stored checksum, else none.</summary>
    Checksum,

    /// <summary>Always one streaming pass.</summary>
    Stream,

    /// <summary>None.</summary>
    None,
}
