using System.Globalization;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Jarpoint.Nodes.Throttling;
using CommandInvocation = Jarpoint.Nodes.Commands.CommandInvocation;
using SsmInvocation = Amazon.SimpleSystemsManagement.Model.CommandInvocation;

namespace Jarpoint.Functions.Commands;

/// <summary>The command port over Systems Manager's Run Command. Retries are the SDK's, in its standard mode.</summary>
/// <param name="client">Systems Manager.</param>
/// <param name="instances">Tells which lost agents are of our cluster.</param>
public sealed class SsmCommandRunner(IAmazonSimpleSystemsManagement client, IInstanceDirectory instances)
    : ICommandRunner
{
    private const int LargestPage = 50;

    private readonly SsmAgents agents = new(client);

    public Task<IReadOnlySet<InstanceId>> OnlineAsync(
        IReadOnlyCollection<InstanceId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return CallAsync("DescribeInstanceInformation/Properties", () => agents.OnlineAsync(ids, cancellationToken));
    }

    public async Task<IReadOnlySet<InstanceId>> LostAsync(string cluster, CancellationToken cancellationToken)
    {
        var lost = await CallAsync("DescribeInstanceInformation", () => agents.LostAsync(cancellationToken));
        return lost.Count == 0
            ? lost
            : (await instances.FindAsync(lost, cluster, cancellationToken)).Select(instance => instance.Id).ToHashSet();
    }

    public async Task<SendOutcome> SendAsync(
        NodeCommand command, CommandTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(target);
        try
        {
            var sent = await client.SendCommandAsync(SsmSend.Request(command, target), cancellationToken);
            return new SendOutcome.Sent(sent.Command.CommandId);
        }
        catch (AmazonServiceException fault)
        {
            return SsmFaults.Classify(fault) switch
            {
                SsmFault.InstanceUnknown => new SendOutcome.TargetsNotReady(),
                SsmFault.Throttled => new SendOutcome.Throttled(),
                _ => throw Named($"SendCommand of {command.Document}", fault),
            };
        }
    }

    public async Task<IReadOnlyList<CommandSummary>> RecentAsync(
        string document, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var request = new ListCommandsRequest
        {
            MaxResults = LargestPage,
            Filters =
            [
                new CommandFilter { Key = "DocumentName", Value = document },
                new CommandFilter
                {
                    Key = "InvokedAfter",
                    Value = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                },
            ],
        };
        var page = await CallAsync("ListCommands", () => client.ListCommandsAsync(request, cancellationToken));
        // The filter knows whole seconds and promises no order.
        return
        [
            .. (page.Commands ?? [])
                .Select(SsmAnswers.Of)
                .Where(command => command.RequestedAt > since)
                .OrderByDescending(command => command.RequestedAt),
        ];
    }

    public async Task<IReadOnlyList<CommandInvocation>> FailuresAsync(
        string commandId, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<InstanceId, CommandInvocation>();
        foreach (var status in SsmStatus.Failing)
        {
            var request = Invocations(commandId);
            request.Filters = [new CommandFilter { Key = "Status", Value = status }];
            do
            {
                var page = await ListAsync(request, cancellationToken);
                foreach (var listed in page.CommandInvocations ?? [])
                {
                    if (SsmAnswers.Of(listed) is { } failure)
                    {
                        failures[failure.Instance] = failure;
                    }
                }

                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }

        return [.. failures.Values];
    }

    public async Task<CommandInvocation?> InvocationAsync(
        string commandId, InstanceId instance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var request = Invocations(commandId);
        request.InstanceId = instance.ToString();
        var listed = (await ListAsync(request, cancellationToken)).CommandInvocations
            ?.Find(one => one.InstanceId == request.InstanceId);
        return listed is null || SsmAnswers.Of(listed) is not { } known
            ? null
            : await WithWholeOutputAsync(listed, known, cancellationToken);
    }

    private static ListCommandInvocationsRequest Invocations(string commandId)
        => new() { CommandId = commandId, Details = true, MaxResults = LargestPage };

    private static Exception Named(string call, AmazonServiceException fault)
        => SsmFaults.Classify(fault) == SsmFault.Throttled
            ? new ThrottledException($"ssm:{call}")
            : new SsmRequestException(
                $"ssm:{call}: Systems Manager answered {(int)fault.StatusCode} {fault.ErrorCode}", fault);

    private static async Task<T> CallAsync<T>(string call, Func<Task<T>> send)
    {
        try
        {
            return await send();
        }
        catch (AmazonServiceException fault)
        {
            throw Named(call, fault);
        }
    }

    private async Task<ListCommandInvocationsResponse> ListAsync(
        ListCommandInvocationsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListCommandInvocationsAsync(request, cancellationToken);
        }
        catch (AmazonServiceException fault) when (
            SsmFaults.Classify(fault) is SsmFault.InvocationUnknown or SsmFault.InstanceUnknown)
        {
            return new ListCommandInvocationsResponse();
        }
        catch (AmazonServiceException fault)
        {
            throw Named($"ListCommandInvocations of {request.CommandId}", fault);
        }
    }

    // GetCommandInvocation has ten times the output, but not when the command was requested, which orders two commands.
    private async Task<CommandInvocation> WithWholeOutputAsync(
        SsmInvocation listed, CommandInvocation known, CancellationToken cancellationToken)
    {
        if (!SsmAnswers.MayBeCut(listed))
        {
            return known;
        }

        var request = new GetCommandInvocationRequest { CommandId = listed.CommandId, InstanceId = listed.InstanceId };
        try
        {
            var whole = await client.GetCommandInvocationAsync(request, cancellationToken);
            return whole.StandardOutputContent is { Length: > 0 } output ? known with { Output = output } : known;
        }
        catch (AmazonServiceException fault) when (SsmFaults.Classify(fault) == SsmFault.InvocationUnknown)
        {
            return known;
        }
        catch (AmazonServiceException fault)
        {
            throw Named($"GetCommandInvocation of {listed.CommandId}", fault);
        }
    }
}
