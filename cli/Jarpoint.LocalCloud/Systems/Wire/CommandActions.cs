using System.Globalization;
using Jarpoint.LocalCloud.Systems.Commands;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>The actions that read commands and invocations. All of them list the newest command first.</summary>
internal sealed class CommandActions(SystemsManager systems)
{
    private const int MostPage = 50;

    public object List(SsmRequest request)
    {
        var size = Constraint.Between(request.MaxResults, 1, MostPage, MostPage, "maxResults");
        var before = PageToken.ReadNumbers(request.NextToken, 1)?[0] ?? long.MaxValue;
        var fits = CommandFilters.OfCommands(request.Filters);
        var instance = request.InstanceId is null ? null : Constraint.InstanceId(request.InstanceId);
        return systems.Dispatch.Read(shelf =>
        {
            var found = Visible(shelf, request.CommandId, orThrow: true)
                .Where(command => command.Number < before && fits(command))
                .Where(command => instance is null || command.Invocations.Any(one => one.InstanceId == instance))
                .Take(size + 1)
                .ToList();
            return new CommandsResponse(
                [.. found.Take(size).Select(CommandWriter.Write)],
                found.Count > size ? PageToken.Write(Text(found[size - 1].Number)) : null);
        });
    }

    public object ListInvocations(SsmRequest request)
    {
        var size = Constraint.Between(request.MaxResults, 1, MostPage, MostPage, "maxResults");
        var token = PageToken.ReadNumbers(request.NextToken, 2);
        var fits = CommandFilters.OfInvocations(request.Filters);
        var instance = request.InstanceId is null ? null : Constraint.InstanceId(request.InstanceId);
        return systems.Dispatch.Read(shelf =>
        {
            var found = Visible(shelf, request.CommandId, orThrow: false)
                .SelectMany(command => After(command, token))
                .Where(row => (instance is null || row.Invocation.InstanceId == instance) && fits(row.Invocation))
                .Take(size + 1)
                .ToList();
            return new InvocationsResponse(
                [.. found.Take(size).Select(row => CommandWriter.Write(row.Invocation, request.Details ?? false))],
                found.Count > size
                    ? PageToken.Write($"{Text(found[size - 1].Invocation.Command.Number)}/{Text(found[size - 1].Index)}")
                    : null);
        });
    }

    public object Get(SsmRequest request)
    {
        var id = Constraint.CommandId(request.CommandId);
        var instance = Constraint.InstanceId(request.InstanceId);
        return systems.Dispatch.Read(shelf =>
        {
            var invocation = Visible(shelf, id, orThrow: false)
                .SelectMany(static command => command.Invocations)
                .FirstOrDefault(one => one.InstanceId == instance)
                ?? throw SsmErrors.InvocationDoesNotExist(id, instance);
            var steps = invocation.Command.Draft.Steps;
            var name = request.PluginName ?? (steps.Count == 1 ? steps[0].Name : null);
            return steps.Any(step => step.Name == name)
                ? CommandWriter.Write(invocation, name!)
                : throw SsmErrors.InvalidPluginName(request.PluginName);
        });
    }

    // The commands that the reading actions know already: they are eventually consistent.
    private IEnumerable<Command> Visible(CommandShelf shelf, string? id, bool orThrow)
    {
        var since = systems.Now - systems.Options.VisibleAfter;
        if (id is null)
            return shelf.NewestFirst().Where(command => command.RequestedAt <= since);

        if (shelf.TryFind(Constraint.CommandId(id), out var found) && found.RequestedAt <= since)
            return [found];

        return orThrow ? throw SsmErrors.InvalidCommand(id) : [];
    }

    private static IEnumerable<(Invocation Invocation, int Index)> After(Command command, long[]? token)
    {
        var first = token is null || command.Number < token[0] ? 0
            : command.Number > token[0] ? int.MaxValue
            : token[1] + 1;
        for (var index = first; index < command.Invocations.Count; index++)
        {
            yield return (command.Invocations[(int)index], (int)index);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
