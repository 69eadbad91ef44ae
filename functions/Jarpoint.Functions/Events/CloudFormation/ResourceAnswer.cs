using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Events.CloudFormation;

/// <summary>
/// The answer to a <see cref="ResourceRequest"/>.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
/// </summary>
public sealed record ResourceAnswer
{
    /// <summary>CloudFormation takes no larger answer, in bytes.</summary>
    public const int MostBytes = 4096;

    private const string Ellipsis = "…";

    /// <summary><c>SUCCESS</c> or <c>FAILED</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed; CloudFormation shows it to whoever deploys.</summary>
    public string? Reason { get; init; }

    /// <summary>One that differs from the request's makes CloudFormation delete the resource of the old one.</summary>
    public required string PhysicalResourceId { get; init; }

    public required string StackId { get; init; }

    public required string RequestId { get; init; }

    public required string LogicalResourceId { get; init; }

    /// <param name="request">Whose.</param>
    /// <param name="physicalResourceId">Name of the resource from now on.</param>
    /// <param name="reason">Null for success.</param>
    public static ResourceAnswer To(ResourceRequest request, string physicalResourceId, string? reason)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new()
        {
            Status = reason is null ? "SUCCESS" : "FAILED",
            Reason = reason,
            PhysicalResourceId = physicalResourceId,
            StackId = request.StackId,
            RequestId = request.RequestId,
            LogicalResourceId = request.LogicalResourceId,
        };
    }

    /// <summary>JSON of at most <see cref="MostBytes"/>: the reason is cut when it has to be.</summary>
    public byte[] ToBytes()
    {
        var (answer, reason) = (this, Reason ?? string.Empty);
        while (true)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, CloudFormationJson.Default.ResourceAnswer);
            if (bytes.Length <= MostBytes || reason.Length == 0)
            {
                return bytes;
            }

            reason = reason[..(reason.Length * 3 / 4)];
            // Half a character at the cut would be escaped as what it is not.
            reason = reason.Length > 0 && char.IsHighSurrogate(reason[^1]) ? reason[..^1] : reason;
            answer = answer with { Reason = reason + Ellipsis };
        }
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ResourceAnswer))]
internal sealed partial class CloudFormationJson : JsonSerializerContext;
