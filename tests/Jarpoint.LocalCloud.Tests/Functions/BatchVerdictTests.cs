using System.Text;
using Jarpoint.LocalCloud.Functions;

namespace Jarpoint.LocalCloud.Tests.Functions;

public sealed class BatchVerdictTests
{
    private static readonly HashSet<string> Batch = ["one", "two", "three"];

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"done\"")]
    [InlineData("""{"batchItemFailures":null}""")]
    [InlineData("""{"batchItemFailures":[]}""")]
    public void A_response_without_failures_is_success(string response)
    {
        var verdict = Read(response);

        verdict.Failed.ShouldBeEmpty();
        verdict.Fault.ShouldBeNull();
    }

    [Fact]
    public void Named_messages_failed_and_the_others_did_not()
    {
        var verdict = Read("""{"batchItemFailures":[{"itemIdentifier":"two"},{"itemIdentifier":"two"}]}""");

        verdict.Failed.ShouldBe(["two"]);
        verdict.Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"batchItemFailures":"two"}""")]
    [InlineData("""{"batchItemFailures":["two"]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"messageId":"two"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"two"},{"itemIdentifier":"stranger"}]}""")]
    public void A_response_that_is_not_understood_fails_the_whole_batch(string response)
    {
        var verdict = Read(response);

        verdict.Failed.ShouldBe(Batch, ignoreOrder: true);
        verdict.Fault.ShouldNotBeNull();
    }

    private static BatchVerdict Read(string response) => BatchVerdict.Read(Encoding.UTF8.GetBytes(response), Batch);
}
