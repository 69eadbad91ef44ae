using System.Net;
using Amazon.S3;

namespace Jarpoint.LocalCloud.Tests.S3;

internal static class S3Refusal
{
    /// <summary>The request is refused with this status and code.</summary>
    public static async Task<AmazonS3Exception> ShouldBeRefusedAsync(this Task request, HttpStatusCode status, string code)
    {
        var refusal = await Should.ThrowAsync<AmazonS3Exception>(request);
        refusal.ShouldSatisfyAllConditions(
            () => refusal.StatusCode.ShouldBe(status),
            () => refusal.ErrorCode.ShouldBe(code));
        return refusal;
    }
}
