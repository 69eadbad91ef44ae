using System.Collections.Concurrent;
using Jarpoint.Conformance;
using Jarpoint.Functions.Commands;
using Jarpoint.Functions.Instances;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Tests.Compute;
using Jarpoint.NodeDocument;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.LocalCloud.Tests.Systems;

/// <summary>
/// The functions' adapter against the laptop cloud's Systems Manager and EC2, with the document that is shipped.
/// </summary>
public sealed class CommandRunnerConformanceTests : CommandRunnerConformance
{
    protected override async Task<CommandsUnderTest> CreateAsync()
        => new Emulated(await SsmServer.StartAsync(), await Ec2Server.StartAsync());

    private sealed class Emulated : CommandsUnderTest
    {
        private readonly ConcurrentDictionary<InstanceId, ScriptRun> answers = new();
        private readonly SsmServer systems;
        private readonly Ec2Server compute;

        public Emulated(SsmServer systems, Ec2Server compute)
        {
            (this.systems, this.compute) = (systems, compute);
            systems.Systems.PutDocument(Document, CommandDocument.Care());
            Runner = new SsmCommandRunner(systems.Client, new Ec2Instances(compute.Client));
        }

        public override ICommandRunner Runner { get; }

        public override string Document => "jarpoint-care";

        public override Task<InstanceId> LaunchAsync(string cluster, bool agent, CancellationToken cancellationToken)
        {
            var tags = new Dictionary<string, string>
            {
                [InstanceTags.Cluster] = cluster,
                [InstanceTags.NodePool] = "spark",
            };
            var launched = compute.Store.Launch(new InstanceLaunch { Tags = tags }).ShouldHaveSingleItem();
            compute.Time.Advance(new InstanceStoreOptions().Boot);
            var id = InstanceId.Parse(launched.Id);
            if (agent)
            {
                systems.Systems.Register(
                    launched.Id,
                    tags,
                    new FakeMachine((_, _) => Task.FromResult(answers.GetValueOrDefault(id, new ScriptRun(0, "", "")))));
            }

            return Task.FromResult(id);
        }

        public override Task LoseAgentAsync(InstanceId id, CancellationToken cancellationToken)
        {
            systems.Systems.Disconnect(id.ToString());
            return Task.CompletedTask;
        }

        public override void Answer(InstanceId id, int exitCode, string output)
            => answers[id] = new ScriptRun(exitCode, output, "");

        public override async ValueTask DisposeAsync()
        {
            await systems.DisposeAsync();
            await compute.DisposeAsync();
        }
    }
}
