using System.Net;
using System.Text;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Functions;

public sealed class RuntimeApiTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_000_000));
    private readonly RuntimeSession session = new();
    private readonly Invocation invocation = new(Encoding.UTF8.GetBytes("""{"a":"ü"}"""), TimeSpan.FromSeconds(3));
    private LoopbackServer server = null!;
    private HttpClient http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var endpoint = new RuntimeApiEndpoint(session, "arn:f", time);
        server = await LoopbackServer.StartAsync(0, endpoint.HandleAsync, Cancellation);
        http = new HttpClient { BaseAddress = new Uri(server.Address, "2018-06-01/runtime/") };
    }

    [Fact]
    public async Task Next_waits_for_an_event_and_hands_it_over_with_its_headers()
    {
        var next = http.GetAsync(Path("invocation/next"), Cancellation);
        session.Offer(invocation);

        using var answer = await next;
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("""{"a":"ü"}""");
        Header(answer, "Lambda-Runtime-Aws-Request-Id").ShouldBe(invocation.RequestId);
        Header(answer, "Lambda-Runtime-Deadline-Ms").ShouldBe("1003000");
        Header(answer, "Lambda-Runtime-Invoked-Function-Arn").ShouldBe("arn:f");
        Header(answer, "Lambda-Runtime-Trace-Id").ShouldMatch("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=0{16};Sampled=0$");
        invocation.HandedOut.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_response_completes_its_invocation_once()
    {
        await TakeAsync();

        (await PostAsync($"invocation/{invocation.RequestId}/response", "[1]")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync($"invocation/{invocation.RequestId}/response", "[2]")).ShouldBe(HttpStatusCode.BadRequest);

        var outcome = (await invocation.Outcome).ShouldBeOfType<InvocationOutcome.Succeeded>();
        Encoding.UTF8.GetString(outcome.Payload.Span).ShouldBe("[1]");
    }

    [Fact]
    public async Task An_answer_to_an_event_that_was_not_handed_out_is_refused()
    {
        session.Offer(invocation);

        (await PostAsync($"invocation/{invocation.RequestId}/response", "{}")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("invocation/another/error", "{}")).ShouldBe(HttpStatusCode.BadRequest);

        invocation.Outcome.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_response_beyond_the_measured_limit_is_refused_and_the_error_after_it_counts()
    {
        await TakeAsync();
        var path = $"invocation/{invocation.RequestId}/";

        (await PostAsync(path + "response", new string('x', RuntimeApiEndpoint.LargestResponse + 1)))
            .ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(path + "error", """{"errorType":"ResponseTooLarge","errorMessage":"m"}"""))
            .ShouldBe(HttpStatusCode.Accepted);

        (await invocation.Outcome).ShouldBe(new InvocationOutcome.Failed("ResponseTooLarge", "m"));
    }

    [Fact]
    public async Task A_response_of_exactly_the_measured_limit_is_taken()
    {
        await TakeAsync();

        (await PostAsync(
                $"invocation/{invocation.RequestId}/response", new string('x', RuntimeApiEndpoint.LargestResponse)))
            .ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task An_error_that_is_not_json_is_reported_as_it_came()
    {
        await TakeAsync();

        await PostAsync($"invocation/{invocation.RequestId}/error", "it broke");

        (await invocation.Outcome).ShouldBe(new InvocationOutcome.Failed("Runtime.Unknown", "it broke"));
    }

    [Fact]
    public async Task An_init_error_fails_the_event_that_waits_and_every_later_one()
    {
        session.Offer(invocation);

        (await PostAsync("init/error", """{"errorType":"E","errorMessage":"m"}""")).ShouldBe(HttpStatusCode.Accepted);

        (await invocation.Outcome).ShouldBe(new InvocationOutcome.Failed("E", "m"));
        var later = new Invocation(default, TimeSpan.FromSeconds(3));
        session.Offer(later);
        (await later.Outcome).ShouldBe(new InvocationOutcome.Failed("E", "m"));
    }

    [Fact]
    public async Task What_is_not_emulated_answers_501()
    {
        using var answer = await http.GetAsync(Path("restore/next"), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("restore/next is not emulated");
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return server.DisposeAsync();
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static string Header(HttpResponseMessage answer, string name)
        => answer.Headers.GetValues(name).ShouldHaveSingleItem();

    private async Task TakeAsync()
    {
        session.Offer(invocation);
        using var answer = await http.GetAsync(Path("invocation/next"), Cancellation);
    }

    private async Task<HttpStatusCode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body);
        using var answer = await http.PostAsync(Path(path), content, Cancellation);
        return answer.StatusCode;
    }
}
