using Jarpoint.LocalCloud.Systems.Commands;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>Filters of ListCommands and ListCommandInvocations.</summary>
internal static class CommandFilters
{
    private static readonly HashSet<string> CommandStates = new(StringComparer.Ordinal)
    {
        "Pending", "InProgress", "Success", "Cancelled", "Failed", "TimedOut", "AccessDenied", "DeliveryTimedOut",
        "ExecutionTimedOut", "Incomplete", "NoInstancesInTag", "LimitExceeded",
    };

    private static readonly HashSet<string> InvocationStates = new(StringComparer.Ordinal)
    {
        "Pending", "InProgress", "Delayed", "Success", "Cancelled", "Failed", "TimedOut", "AccessDenied",
        "DeliveryTimedOut", "ExecutionTimedOut", "Undeliverable", "InvalidPlatform", "Terminated",
    };

    public static Func<Command, bool> OfCommands(IReadOnlyList<WireFilter>? filters)
        => All<Command>(filters, static (key, value) =>
        {
            switch (key)
            {
                case "Status":
                    RequireKnown(value, CommandStates);
                    return command => command.Details == value || command.Status == value;
                case "ExecutionStage" when value is "Executing" or "Complete":
                    return command => command.IsOver == (value == "Complete");
                case "ExecutionStage":
                    throw SsmErrors.Validation($"Value '{value}' at 'filters' is not an ExecutionStage");
                default:
                    return Shared(key, value);
            }
        });

    public static Func<Invocation, bool> OfInvocations(IReadOnlyList<WireFilter>? filters)
        => All<Invocation>(filters, static (key, value) =>
        {
            if (key == "Status")
            {
                RequireKnown(value, InvocationStates);
                return invocation => invocation.State.ToString() == value || invocation.State.Status() == value;
            }

            var ofCommand = Shared(key, value);
            return invocation => ofCommand(invocation.Command);
        });

    private static Func<Command, bool> Shared(string key, string value)
    {
        if (key == "DocumentName")
            return command => command.Draft.DocumentName == value;

        if (key is not ("InvokedAfter" or "InvokedBefore"))
            throw SsmErrors.InvalidFilterKey(key);

        var at = WireTime.Read(value);
        return key == "InvokedAfter" ? command => command.RequestedAt >= at : command => command.RequestedAt <= at;
    }

    private static Func<T, bool> All<T>(IReadOnlyList<WireFilter>? filters, Func<string, string, Func<T, bool>> read)
    {
        Constraint.AtMost(filters?.Count ?? 0, 5, "filters");
        var parts = (filters ?? []).Select(filter => read(
            Constraint.Required(filter.SmallKey, "filters.key"),
            Constraint.Required(filter.Value, "filters.value"))).ToList();
        return thing => parts.TrueForAll(part => part(thing));
    }

    private static void RequireKnown(string value, HashSet<string> states)
    {
        if (!states.Contains(value))
            throw SsmErrors.Validation($"Value '{value}' at 'filters' is not a status");
    }
}
