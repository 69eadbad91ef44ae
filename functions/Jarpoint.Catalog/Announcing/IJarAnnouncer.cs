namespace Jarpoint.Catalog.Announcing;

/// <summary>Where teams subscribe to what happens to jars.</summary>
public interface IJarAnnouncer
{
    /// <summary>Tells of events, in their order.</summary>
    /// <exception cref="NotAnnouncedException">Some were not taken, or nobody knows; all are told again.</exception>
    Task AnnounceAsync(IReadOnlyList<JarEvent> events, CancellationToken cancellationToken);
}
