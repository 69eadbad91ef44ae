namespace Jarpoint.Catalog.Reading;

/// <summary>A revision was asked for that the log has not reached.</summary>
public sealed class UnknownRevisionException(long requested, long newest)
    : Exception($"Revision {requested} does not exist; the newest is {newest}.")
{
    public long Requested { get; } = requested;

    public long Newest { get; } = newest;
}
