using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>
/// Shapes of the AWS JSON 1.0 protocol.
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SqsRequest))]
[JsonSerializable(typeof(EmptyResponse))]
[JsonSerializable(typeof(QueueUrlResponse))]
[JsonSerializable(typeof(QueueListResponse))]
[JsonSerializable(typeof(QueueAttributesResponse))]
[JsonSerializable(typeof(SentResponse))]
[JsonSerializable(typeof(ReceivedResponse))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(RedrivePolicyDocument))]
internal sealed partial class SqsJson : JsonSerializerContext;
