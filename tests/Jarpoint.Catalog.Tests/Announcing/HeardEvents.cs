using Jarpoint.Catalog.Announcing;

namespace Jarpoint.Catalog.Tests.Announcing;

/// <summary>A bus that remembers what it took.</summary>
internal sealed class HeardEvents : IJarAnnouncer
{
    private readonly List<JarEvent> events = [];

    public bool Refuses { get; set; }

    /// <summary>Happens while events are on their way.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public IReadOnlyList<string> Keys => [.. events.Select(static one => one.Fact.Key)];

    public IReadOnlyList<string> Ids => [.. events.Select(static one => one.Id)];

    public async Task AnnounceAsync(IReadOnlyList<JarEvent> events, CancellationToken cancellationToken)
    {
        if (Refuses)
        {
            throw new NotAnnouncedException("The bus refuses.");
        }

        await (Meanwhile?.Invoke() ?? Task.CompletedTask);
        this.events.AddRange(events);
    }
}
