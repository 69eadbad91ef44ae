using System.Diagnostics.CodeAnalysis;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>
/// The commands that are remembered, newest last. Guarded by the lock of <see cref="CommandDispatch"/>.
/// </summary>
internal sealed class CommandShelf(SystemsOptions options)
{
    private readonly SortedDictionary<long, Command> byNumber = [];
    private readonly Dictionary<string, Command> byId = new(StringComparer.Ordinal);
    private long last;
    private long invocations;

    public long NextNumber() => ++last;

    /// <summary>Adds a command and forgets the oldest that are over and too many.</summary>
    public void Add(Command command)
    {
        byNumber.Add(command.Number, command);
        byId.Add(command.Id, command);
        invocations += command.Invocations.Count;
        while (byId.Count > options.RetainedCommands || invocations > options.RetainedInvocations)
        {
            var oldest = byNumber.Values.FirstOrDefault(static candidate => candidate.IsOver);
            if (oldest is null || oldest == command)
                return;

            byNumber.Remove(oldest.Number);
            byId.Remove(oldest.Id);
            invocations -= oldest.Invocations.Count;
        }
    }

    public bool TryFind(string id, [NotNullWhen(true)] out Command? command) => byId.TryGetValue(id, out command);

    public IEnumerable<Command> NewestFirst() => byNumber.Values.Reverse();

    public IEnumerable<Command> Unfinished() => byNumber.Values.Where(static command => !command.IsOver);
}
