using Amazon.EC2.Model;
using Jarpoint.Conformance;
using Jarpoint.Functions.Instances;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.LocalCloud.Tests.Compute;

/// <summary>The functions' adapter against the laptop cloud's EC2.</summary>
public sealed class InstanceDirectoryConformanceTests : InstanceDirectoryConformance
{
    protected override async Task<InstancesUnderTest> CreateAsync() => new Emulated(await Ec2Server.StartAsync());

    [Fact]
    public async Task Beyond_the_rate_of_EC2_it_says_throttled_and_later_answers_again()
    {
        await using var server = await Ec2Server.StartAsync(
            limits: new ServiceLimits { Ec2Reads = new RateLimit(1, 1) });
        var directory = new Ec2Instances(server.Client);
        InstanceId[] ids = [InstanceId.Parse(server.Launch().Id)];
        await directory.FindAsync(ids, "conformance", Cancellation);

        await Should.ThrowAsync<ThrottledException>(directory.FindAsync(ids, "conformance", Cancellation));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        (await directory.FindAsync(ids, "conformance", Cancellation)).ShouldBeEmpty();
    }

    private sealed class Emulated(Ec2Server server) : InstancesUnderTest
    {
        private static readonly InstanceStoreOptions Pace = new();

        public override IInstanceDirectory Directory { get; } = new Ec2Instances(server.Client);

        public override async Task<InstanceId> LaunchAsync(
            IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
        {
            var request = new RunInstancesRequest
            {
                ImageId = "ami-0123456789abcdef0",
                InstanceType = "m7g.large",
                MinCount = 1,
                MaxCount = 1,
            };
            if (tags.Count > 0)
            {
                request.TagSpecifications =
                [
                    new TagSpecification
                    {
                        ResourceType = "instance",
                        Tags = [.. tags.Select(static tag => new Tag(tag.Key, tag.Value))],
                    },
                ];
            }

            var launched = await server.Client.RunInstancesAsync(request, cancellationToken);
            server.Time.Advance(Pace.Boot);
            return InstanceId.Parse(launched.Reservation.Instances.ShouldHaveSingleItem().InstanceId);
        }

        public override async Task TerminateAsync(InstanceId id, CancellationToken cancellationToken)
            => await server.Client.TerminateInstancesAsync(
                new TerminateInstancesRequest { InstanceIds = [id.ToString()] }, cancellationToken);

        public override ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
