using System.Net;
using System.Text;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Jarpoint.LocalCloud.Tests.Queues;

public sealed class SqsWireTests(SqsServer server) : IClassFixture<SqsServer>
{
    private readonly AmazonSQSClient sqs = server.Client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sdk_sends_receives_and_deletes_a_message_with_attributes()
    {
        var url = await CreateAsync();
        await sqs.SendMessageAsync(
            new SendMessageRequest(url, "naïve + \"quoted\" 日本")
            {
                MessageAttributes = new()
                {
                    ["origin"] = new() { DataType = "String", StringValue = "test" },
                    ["raw"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
                },
            },
            Cancellation);

        var received = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(url)
            {
                MessageSystemAttributeNames = ["All"],
                MessageAttributeNames = ["All"],
                WaitTimeSeconds = 5,
            },
            Cancellation);

        var message = received.Messages.ShouldHaveSingleItem();
        message.Body.ShouldBe("naïve + \"quoted\" 日本");
        message.Attributes["ApproximateReceiveCount"].ShouldBe("1");
        message.Attributes.ShouldContainKey("SentTimestamp");
        message.MessageAttributes["origin"].StringValue.ShouldBe("test");
        message.MessageAttributes["raw"].BinaryValue.ToArray().ShouldBe([1, 2, 3]);
        await sqs.DeleteMessageAsync(url, message.ReceiptHandle, Cancellation);
        (await CountAsync(url, "ApproximateNumberOfMessagesNotVisible")).ShouldBe("0");
    }

    [Fact]
    public async Task Batches_report_each_entry_by_itself()
    {
        var url = await CreateAsync();
        var sent = await sqs.SendMessageBatchAsync(
            url, [new("good", "body"), new("bad", new string('x', 1 << 20) + "x")], Cancellation);

        sent.Successful.ShouldHaveSingleItem().Id.ShouldBe("good");
        sent.Failed.ShouldHaveSingleItem().Code.ShouldBe("InvalidParameterValue");

        var message = (await sqs.ReceiveMessageAsync(url, Cancellation)).Messages.ShouldHaveSingleItem();
        var changed = await sqs.ChangeMessageVisibilityBatchAsync(
            url, [new("one", message.ReceiptHandle) { VisibilityTimeout = 60 }], Cancellation);
        changed.Successful.ShouldHaveSingleItem().Id.ShouldBe("one");
        var deleted = await sqs.DeleteMessageBatchAsync(
            url, [new("one", message.ReceiptHandle), new("other", "no such handle")], Cancellation);
        deleted.Successful.ShouldHaveSingleItem().Id.ShouldBe("one");
        deleted.Failed.ShouldHaveSingleItem().Code.ShouldBe("ReceiptHandleIsInvalid");
    }

    [Fact]
    public async Task Queue_attributes_come_back_as_they_were_set()
    {
        var url = await CreateAsync();
        await sqs.SetQueueAttributesAsync(
            url,
            new() { ["VisibilityTimeout"] = "77", ["RedrivePolicy"] = """{"deadLetterTargetArn":"arn:x","maxReceiveCount":"4"}""" },
            Cancellation);

        var answer = await sqs.GetQueueAttributesAsync(url, ["All"], Cancellation);

        answer.VisibilityTimeout.ShouldBe(77);
        answer.Attributes["RedrivePolicy"].ShouldBe("""{"deadLetterTargetArn":"arn:x","maxReceiveCount":4}""");
        answer.QueueARN.ShouldEndWith(url[(url.LastIndexOf('/') + 1)..]);
    }

    [Fact]
    public async Task Creating_a_queue_twice_gives_the_same_url_and_other_attributes_are_refused()
    {
        var name = $"q-{Guid.NewGuid():N}";
        var first = await sqs.CreateQueueAsync(name, Cancellation);

        (await sqs.CreateQueueAsync(name, Cancellation)).QueueUrl.ShouldBe(first.QueueUrl);
        (await sqs.GetQueueUrlAsync(name, Cancellation)).QueueUrl.ShouldBe(first.QueueUrl);
        (await sqs.ListQueuesAsync(name, Cancellation)).QueueUrls.ShouldBe([first.QueueUrl]);
        await Should.ThrowAsync<QueueNameExistsException>(sqs.CreateQueueAsync(
            new CreateQueueRequest(name) { Attributes = new() { ["DelaySeconds"] = "3" } }, Cancellation));
    }

    [Fact]
    public async Task Changing_the_visibility_of_a_visible_message_is_refused_by_its_documented_error()
    {
        var url = await CreateAsync();
        await sqs.SendMessageAsync(url, "a", Cancellation);
        var message = (await sqs.ReceiveMessageAsync(url, Cancellation)).Messages.ShouldHaveSingleItem();
        await sqs.ChangeMessageVisibilityAsync(url, message.ReceiptHandle, 0, Cancellation);

        await Should.ThrowAsync<MessageNotInflightException>(
            sqs.ChangeMessageVisibilityAsync(url, message.ReceiptHandle, 0, Cancellation));
    }

    [Fact]
    public async Task A_purged_or_deleted_queue_is_empty_or_gone()
    {
        var url = await CreateAsync();
        await sqs.SendMessageAsync(url, "a", Cancellation);
        await sqs.PurgeQueueAsync(url, Cancellation);
        (await CountAsync(url, "ApproximateNumberOfMessages")).ShouldBe("0");

        await sqs.DeleteQueueAsync(url, Cancellation);
        await Should.ThrowAsync<QueueDoesNotExistException>(sqs.SendMessageAsync(url, "a", Cancellation));
    }

    [Fact]
    public async Task A_missing_queue_is_an_error_of_both_protocols_codes()
    {
        using var answer = await PostAsync("AmazonSQS.GetQueueUrl", """{"QueueName":"nowhere"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("x-amzn-query-error").ShouldBe(["AWS.SimpleQueueService.NonExistentQueue;Sender"]);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe(
            """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}""");
    }

    [Theory]
    [InlineData("AmazonSQS.StartMessageMoveTask", "{}", "StartMessageMoveTask")]
    [InlineData("AmazonSQS.CreateQueue", """{"QueueName":"a.fifo"}""", "FIFO")]
    [InlineData(null, "Action=ListQueues", "Query protocol")]
    public async Task What_is_not_emulated_answers_501_and_says_so(string? target, string body, string named)
    {
        using var answer = await PostAsync(target, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain(named);
    }

    [Theory]
    [InlineData("""{"QueueUrl":"x/q","MaxNumberOfMessages":11}""", "InvalidParameterValue;Sender")]
    [InlineData("""{"QueueUrl":""", "MalformedInput;Sender")]
    [InlineData("{}", "MissingParameter;Sender")]
    public async Task A_wrong_request_is_the_callers_error(string body, string error)
    {
        using var answer = await PostAsync("AmazonSQS.ReceiveMessage", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("x-amzn-query-error").ShouldBe([error]);
    }

    private async Task<string> CreateAsync()
        => (await sqs.CreateQueueAsync($"q-{Guid.NewGuid():N}", Cancellation)).QueueUrl;

    private async Task<string> CountAsync(string url, string name)
        => (await sqs.GetQueueAttributesAsync(url, [name], Cancellation)).Attributes[name];

    private async Task<HttpResponseMessage> PostAsync(string? target, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address);
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        return await http.SendAsync(request, Cancellation);
    }
}
