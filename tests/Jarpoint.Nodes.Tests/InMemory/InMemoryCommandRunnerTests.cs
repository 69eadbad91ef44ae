using System.Collections.Concurrent;
using Jarpoint.Conformance;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Tests.InMemory;

public sealed class InMemoryCommandRunnerTests : CommandRunnerConformance
{
    protected override Task<CommandsUnderTest> CreateAsync() => Task.FromResult<CommandsUnderTest>(new InMemory());

    private sealed class InMemory : CommandsUnderTest
    {
        private readonly ConcurrentDictionary<InstanceId, AgentAnswer> answers = new();
        private readonly InMemoryCommandRunner runner;
        private int count;

        public InMemory() => runner = new InMemoryCommandRunner(TimeProvider.System)
        {
            Answer = run => answers.GetValueOrDefault(run.Instance, new AgentAnswer(0)),
            Duration = static _ => TimeSpan.FromMilliseconds(30),
            ReadLag = TimeSpan.FromMilliseconds(30),
        };

        public override ICommandRunner Runner => runner;

        public override string Document => "jarpoint-care";

        public override Task<InstanceId> LaunchAsync(string cluster, bool agent, CancellationToken cancellationToken)
        {
            var id = NodeWorld.Id(++count);
            if (agent)
            {
                runner.Agents.Register(id, cluster, DateTimeOffset.UnixEpoch);
            }

            return Task.FromResult(id);
        }

        public override Task LoseAgentAsync(InstanceId id, CancellationToken cancellationToken)
        {
            runner.Agents.Lose(id);
            return Task.CompletedTask;
        }

        public override void Answer(InstanceId id, int exitCode, string output)
            => answers[id] = new AgentAnswer(exitCode, output);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
