namespace Jarpoint.LocalCloud.S3;

/// <summary>An answer of S3 that is not a success, in S3's own code and words.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Such as <c>NoSuchKey</c>.</param>
/// <param name="Message">For people.</param>
public sealed record S3Error(int Status, string Code, string Message)
{
    /// <summary>Further XML elements, such as <c>ActualObjectSize</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];

    /// <summary>Further response headers, such as <c>x-amz-delete-marker</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public S3Error WithDetail(string element, string value) => this with { Details = [.. Details, new(element, value)] };

    public S3Error WithHeader(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}
