using System.Text.Json;

namespace Jarpoint.Functions.Events.CloudFormation;

/// <summary>
/// CloudFormation wants a custom resource created, updated or deleted, and waits for an answer at
/// <see cref="ResponseUrl"/>.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
/// </summary>
public sealed record ResourceRequest
{
    /// <summary>Presigned, so it is a secret. https, or http of loopback.</summary>
    public required Uri ResponseUrl { get; init; }

    /// <summary><c>Create</c>, <c>Update</c> or <c>Delete</c>; empty when the request does not say.</summary>
    public string RequestType { get; init; } = string.Empty;

    /// <summary>ARN.</summary>
    public string StackId { get; init; } = string.Empty;

    /// <summary>The same for every delivery of a request.</summary>
    public string RequestId { get; init; } = string.Empty;

    /// <summary>Name of the resource in its template.</summary>
    public string LogicalResourceId { get; init; } = string.Empty;

    /// <summary>
    /// What the creation answered; CloudFormation's own invention when it never did. Null for a creation.
    /// </summary>
    public string? PhysicalResourceId { get; init; }

    /// <summary>All leaves are strings. Undefined when there are none.</summary>
    public JsonElement Properties { get; init; }

    /// <summary>Of an update, what was there before.</summary>
    public JsonElement OldProperties { get; init; }

    /// <summary>Does not show the address.</summary>
    public override string ToString() => $"{RequestType} of {LogicalResourceId} ({RequestId})";
}
