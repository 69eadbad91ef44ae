using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Jarpoint.Functions.Cluster;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>The adapter logs nothing itself; below it .NET tells every request to whoever listens.</summary>
public sealed class TokenSecrecyTests
{
    [Fact]
    public async Task The_token_is_in_no_event_and_no_activity_at_the_most_talkative_level()
    {
        var told = new ConcurrentQueue<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _)
                => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.Enqueue(
                $"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(activities);
        using var events = new Listener(told);
        await using var server = await CannedApi.StartAsync(
            static sent => sent.Target.EndsWith("refused", StringComparison.Ordinal)
                ? TestCluster.Status(401, "Unauthorized")
                : new CannedApi.Canned(200, TestCluster.Node("n1")));
        using var nodes = TestCluster.NodesOf(server);

        await nodes.GetAsync("seen", TestContext.Current.CancellationToken);
        var fault = await Should.ThrowAsync<KubernetesAccessDeniedException>(
            nodes.GetAsync("refused", TestContext.Current.CancellationToken));

        var sent = server.Requests
            .Select(static request => request.Headers["Authorization"]["Bearer ".Length..]).ToList();
        sent.Count.ShouldBe(3);
        told.ShouldContain(text => text.Contains("/api/v1/nodes/seen", StringComparison.Ordinal));
        foreach (var token in sent)
        {
            token.ShouldStartWith("k8s-aws-v1.");
            told.ShouldAllBe(text => !text.Contains(token, StringComparison.Ordinal));
            fault.ToString().ShouldNotContain(token);
        }
    }

    private sealed class Listener(ConcurrentQueue<string> told) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Http" or "System.Net.Security" or "Microsoft-Extensions-Logging")
            {
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
            }
        }

        // The first events come before the constructor of this class has run.
        protected override void OnEventWritten(EventWrittenEventArgs eventData)
            => told?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
    }
}
