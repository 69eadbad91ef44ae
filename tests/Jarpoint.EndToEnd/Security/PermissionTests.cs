using System.IO.Enumeration;
using Jarpoint.EndToEnd.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Hosting.Calls;
using Jarpoint.Template.Resolving;
using Jarpoint.Template.Tests.House;

namespace Jarpoint.EndToEnd.Security;

/// <summary>
/// The roles of template.yaml against the calls the functions make. See
/// <c>docs/decisions/0036-permissions-are-compared-with-calls.md</c>.
/// </summary>
public sealed class PermissionTests
{
    /// <summary>Made by Lambda in a function's name, not by its code; <c>docs/security.md</c> lists them apart.</summary>
    private static readonly HashSet<string> ByLambda =
    [
        "logs:CreateLogStream", "logs:PutLogEvents", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage",
        "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    /// <summary>Permissions that this run does not come to use, and why they are there.</summary>
    private static readonly Dictionary<(string Function, string Action), string> Unused = new()
    {
        [("PublishCatalog", "s3:DeleteObject")] = "a snapshot is deleted a day after it was superseded, a part of the index of classes after an hour",
        [("MountNodes", "ssm:DescribeInstanceProperties")] = "for more than a hundred launches at once",
        [("SweepNodes", "ssm:DescribeInstanceProperties")] = "for more than a hundred nodes at once",
        [("RecordMounts", "ssm:GetCommandInvocation")] = "for output longer than the 2,500 characters of a listing",
        [("SweepNodes", "ec2:DescribeInstances")] = "for agents that lost their connection: whose instances they are",
        [("SweepNodes", "ssm:GetCommandInvocation")] = "for output longer than the 2,500 characters of a listing",
    };

    [Fact]
    public async Task Every_call_is_permitted_and_every_permission_called()
    {
        var ledger = new CallLedger();
        var nodes = new LocalNodeOptions
        {
            Simulated = true,
            AgentDelay = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)),
            // So late that reports come before it on a slow machine too.
            RegistrationDelay = TimeSpan.FromSeconds(12),
            SweepRate = TimeSpan.FromSeconds(1),
        };
        await using var fleet = await RunningFleet.StartAsync(
            nodes,
            new ChaosOptions { Seed = 4, DroppedEvents = 0.4, Conflicts = 0.1, DroppedResponses = 0.1 },
            impatient: true,
            ledger);
        var permissions = Allowed(JarpointDeployment.Resolve(new LocalCloudOptions
        {
            Bootstrap = RunningCloud.Bootstrap,
            Bucket = fleet.Host.Bucket,
            Nodes = nodes,
        }));

        // Faults are drawn: go on until each has come up.
        using var limit = new CancellationTokenSource(RunningCloud.Patience);
        for (var round = 0; !limit.IsCancellationRequested && NotCalled(permissions, ledger).Count > 0; round++)
        {
            await LiveAsync(fleet, RunningFleet.Number(round));
        }

        Unused.Keys.Except(permissions.Select(static each => (each.Function, each.Action))).ShouldBeEmpty();
        ledger.Calls.Where(call => !permissions.Any(permission => Covers(permission, call))).ShouldBeEmpty();
        NotCalled(permissions, ledger).ShouldBeEmpty();
    }

    // What people and Karpenter do: good jars and bad ones, replaced, copied, taken away; nodes that come and go.
    private static async Task LiveAsync(RunningFleet fleet, string folder)
    {
        await fleet.UploadAsync($"jars/{folder}/a.jar", JarFile.Of("org.example", "a", folder));
        await fleet.UploadAsync($"jars/{folder}/empty.jar", []);
        await fleet.UploadAsync($"jars/{folder}/a.jar", JarFile.Of("org.example", "a", folder + ".1"));
        await fleet.UploadAsync($"jars/{folder}/again.jar", JarFile.Of("org.example", "a", folder));
        await fleet.DeleteAsync($"jars/{folder}/again.jar");
        var launched = fleet.Launch(4);
        await fleet.ReadyAsync();
        fleet.Fleet.Terminate(launched[0]);
    }

    private static List<FunctionCall> Allowed(ResolvedTemplate template)
        =>
        [
            .. template.OfType("AWS::Lambda::Function").SelectMany(function => Permissions.OfFunction(template, function)
                .Where(static permission => !ByLambda.Contains(permission.Action))
                .Select(permission => new FunctionCall(function.Id, permission.Action, permission.Resource))),
        ];

    private static List<FunctionCall> NotCalled(List<FunctionCall> permissions, CallLedger ledger)
        =>
        [
            .. permissions.Where(permission => !Unused.ContainsKey((permission.Function, permission.Action))
                && !ledger.Calls.Any(call => Covers(permission, call))),
        ];

    // IAM's wildcards are those of a shell without character classes: * and ?.
    private static bool Covers(FunctionCall permission, FunctionCall call)
        => permission.Function == call.Function
            && permission.Action == call.Action
            && FileSystemName.MatchesSimpleExpression(permission.Resource, call.Resource, ignoreCase: false);
}
