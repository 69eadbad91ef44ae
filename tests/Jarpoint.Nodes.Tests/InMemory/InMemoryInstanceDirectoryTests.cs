using Jarpoint.Conformance;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.Nodes.Tests.InMemory;

public sealed class InMemoryInstanceDirectoryTests : InstanceDirectoryConformance
{
    protected override Task<InstancesUnderTest> CreateAsync() => Task.FromResult<InstancesUnderTest>(new InMemory());

    private sealed class InMemory : InstancesUnderTest
    {
        private readonly InMemoryInstanceDirectory directory = new(TimeProvider.System)
        {
            VisibleAfter = TimeSpan.FromMilliseconds(30),
        };

        private int count;

        public override IInstanceDirectory Directory => directory;

        public override Task<InstanceId> LaunchAsync(
            IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
        {
            var id = NodeWorld.Id(++count);
            directory.Run(id, tags);
            return Task.FromResult(id);
        }

        public override Task TerminateAsync(InstanceId id, CancellationToken cancellationToken)
        {
            directory.Terminate(id);
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
