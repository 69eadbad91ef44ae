using System.Text;
using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster.Objects;
using Jarpoint.Functions.Handlers.Manifests;
using static Jarpoint.Functions.Tests.Handlers.Manifests.ManifestBench;

namespace Jarpoint.Functions.Tests.Handlers.Manifests;

/// <summary>CloudFormation waits an hour for an answer that does not come: one comes, whatever happens.</summary>
public sealed class AlwaysAnsweredTests
{
    private static readonly string[] One = [Map("settings")];

    [Fact]
    public async Task What_passes_is_waited_for()
    {
        await using var bench = await StartAsync();
        var calls = 0;
        bench.Objects.OnCall = (_, _) => Task.FromResult<ObjectOutcome?>(++calls switch
        {
            1 => new ObjectOutcome.Denied("401 Unauthorized: the access entry is new"),
            < 6 => new ObjectOutcome.Passing("429 TooManyRequests: later"),
            _ => null,
        });
        (await bench.AskAsync("Create", One, time: TimeSpan.FromMinutes(5)))["Status"]!.ToString().ShouldBe("SUCCESS");
        bench.Objects.Names.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_does_not_pass_is_told_with_time_left()
    {
        await using var bench = await StartAsync();
        bench.Objects.OnCall = static (_, _) => Task.FromResult<ObjectOutcome?>(
            new ObjectOutcome.Passing("429 TooManyRequests: later"));
        var began = bench.Clock.GetUtcNow();
        var answer = await bench.AskAsync("Create", One, time: TimeSpan.FromMinutes(5));

        answer["Reason"]!.ToString().ShouldBe(
            "apply ConfigMap jarpoint/settings to cluster spark: no time left; last: 429 TooManyRequests: later; "
            + "0 of 1 objects are applied");
        (bench.Clock.GetUtcNow() - began).ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(295));
    }

    [Fact]
    public async Task An_access_that_stays_denied_is_told_after_a_minute()
    {
        await using var bench = await StartAsync();
        bench.Objects.OnCall = static (_, _) => Task.FromResult<ObjectOutcome?>(new ObjectOutcome.Denied("403 Forbidden: no"));
        var began = bench.Clock.GetUtcNow();
        var answer = await bench.AskAsync("Create", One, time: TimeSpan.FromMinutes(5));

        answer["Reason"]!.ToString().ShouldContain("403 Forbidden: no");
        (bench.Clock.GetUtcNow() - began).ShouldBeInRange(Patience.WithDenials, Patience.WithDenials * 1.5);
    }

    [Fact]
    public async Task A_call_that_hangs_is_given_up_before_Lambda_gives_up_the_function()
    {
        await using var bench = await StartAsync(TimeProvider.System);
        bench.Objects.OnCall = static async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return null;
        };
        var answer = await bench.AskAsync("Create", One, time: TimeSpan.FromSeconds(4));
        answer["Reason"]!.ToString().ShouldContain("there was no time left for it");
    }

    [Fact]
    public async Task What_nobody_expected_is_told_too()
    {
        await using var bench = await StartAsync();
        bench.Objects.OnCall = static (_, _) => throw new InvalidOperationException("a fault of ours");
        (await bench.AskAsync("Delete", One))["Reason"]!.ToString().ShouldBe(
            "unexpected: InvalidOperationException: a fault of ours");
    }

    [Fact]
    public async Task An_object_that_is_still_going_is_waited_for()
    {
        await using var bench = await StartAsync();
        const string Name = "spark ConfigMap jarpoint/settings";
        bench.Objects.Put(Name, isGoing: true);
        var looks = 0;
        bench.Objects.OnCall = (_, _) =>
        {
            if (++looks == 4)
            {
                bench.Objects.Remove(Name);
            }

            return Task.FromResult<ObjectOutcome?>(null);
        };
        (await bench.AskAsync("Create", One, time: TimeSpan.FromMinutes(5)))["Status"]!.ToString().ShouldBe("SUCCESS");
        bench.Objects.Live(Name).Owner.ShouldBe(Stack + "/Manifests");
    }

    [Fact]
    public async Task A_kind_that_the_set_itself_defines_is_waited_for_and_another_is_not()
    {
        const string Definition = """
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.example.com"},
             "spec":{"group":"example.com","names":{"kind":"Widget"} } }
            """;
        await using var bench = await StartAsync();
        var looks = 0;
        bench.Objects.OnCall = (call, _) => Task.FromResult<ObjectOutcome?>(
            call.Contains("Gadget", StringComparison.Ordinal)
            || (call == "find spark Widget w" && ++looks < 3)
                ? new ObjectOutcome.Nowhere("the cluster knows no such kind")
                : null);
        var defined = await bench.AskAsync(
            "Create", [Plain("Widget", "w", "example.com/v1"), Definition], time: TimeSpan.FromMinutes(5));
        var unknown = await bench.AskAsync("Create", [Plain("Gadget", "g", "example.com/v1"), Definition]);

        defined["Status"]!.ToString().ShouldBe("SUCCESS");
        unknown["Reason"]!.ToString().ShouldContain("knows no such kind");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_that_is_not_taken_is_sent_again_until_it_is(int status)
    {
        await using var bench = await StartAsync(taken: n => n < 4 ? status : 200);
        await bench.InvokeAsync(bench.Request("Create", One));

        bench.Sent.Count.ShouldBe(4);
        bench.Sent.Select(sent => sent.Body).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_that_is_refused_fails_the_invocation_so_that_Lambda_comes_again()
    {
        await using var bench = await StartAsync(taken: n => n == 1 ? 403 : 200);
        var fault = await Should.ThrowAsync<AnswerNotSentException>(bench.InvokeAsync(bench.Request("Create", One)));
        await bench.InvokeAsync(bench.Request("Create", One));

        fault.Message.ShouldBe("the answer to request r-1 of CloudFormation is not delivered: S3 answered 403");
        JsonNode.Parse(bench.Sent[^1].Body)!["Status"]!.ToString().ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task The_answer_is_a_PUT_to_the_address_as_it_stands_with_no_content_type()
    {
        await using var bench = await StartAsync();
        await bench.AskAsync("Create", One);
        var sent = bench.Sent.ShouldHaveSingleItem();

        (sent.Method, sent.Target).ShouldBe(("PUT", "/arn%3Aaws/answer%7C1?X-Amz-Signature=secret"));
        sent.Headers.GetValueOrDefault("Content-Type", "").ShouldBeEmpty();
        sent.Headers.ShouldNotContainKey("traceparent");
        bench.Log.ShouldNotContain("X-Amz-Signature");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ü")]
    [InlineData("\U0001F9CA")]
    [InlineData("\n")]
    public async Task A_long_reason_is_cut_to_what_CloudFormation_takes(string piece)
    {
        await using var bench = await StartAsync();
        var reason = string.Concat(Enumerable.Repeat(piece, 5_000));
        bench.Objects.OnCall = (_, _) => Task.FromResult<ObjectOutcome?>(new ObjectOutcome.Refused(reason));
        var answer = await bench.AskAsync("Create", One);

        Encoding.UTF8.GetByteCount(bench.Sent[^1].Body).ShouldBeInRange(1_500, 4_096);
        var told = answer["Reason"]!.ToString();
        told.ShouldStartWith("apply ConfigMap jarpoint/settings to cluster spark: " + piece);
        told.ShouldEndWith(piece[^1..] + "…");
    }
}
