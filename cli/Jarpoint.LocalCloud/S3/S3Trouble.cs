namespace Jarpoint.LocalCloud.S3;

/// <summary>What one client of S3 meets, whatever it asks for.</summary>
public enum S3Trouble
{
    /// <summary>503 SlowDown.</summary>
    SlowDown,

    /// <summary>403 AccessDenied.</summary>
    Denied,

    /// <summary>The connection stands, and no answer ever comes.</summary>
    Silence,
}
