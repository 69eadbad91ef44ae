namespace Jarpoint.Jars;

/// <summary>Why a jar could not be described. Names are part of the catalog format.</summary>
public enum RejectionReason
{
    /// <summary>The object has no bytes.</summary>
    Empty,

    /// <summary>No end-of-central-directory record: not a zip archive, or cut short.</summary>
    NotAnArchive,

    /// <summary>The archive's directory contradicts itself or points outside the archive.</summary>
    Damaged,

    /// <summary>An entry that had to be read is damaged, encrypted or uses an unsupported compression method.</summary>
    UnreadableEntry,

    /// <summary>More entries than <see cref="JarLimits.Entries"/>.</summary>
    TooManyEntries,

    /// <summary>A central directory larger than <see cref="JarLimits.DirectoryBytes"/>.</summary>
    DirectoryTooLarge,

    /// <summary>An entry that had to be read inflates to more than <see cref="JarLimits.EntryBytes"/>.</summary>
    EntryTooLarge,

    /// <summary>The entries that had to be read inflate to more than <see cref="JarLimits.InflatedBytes"/>.</summary>
    InflatedTooLarge,

    /// <summary>An entry inflates by more than <see cref="JarLimits.Ratio"/>.</summary>
    RatioTooHigh,
}
