using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jarpoint.LocalCloud.Wire;

/// <summary>
/// What a signed request says about itself. Signatures are not verified, for there is no account; the credential scope
/// is read because it names the service, which is all that tells services on one port apart.
/// </summary>
/// <param name="Service">
/// The scope's service, such as <c>s3</c> or <c>sqs</c>. An unsigned request is an anonymous S3 request.
/// </param>
/// <param name="AccessKeyId">Null for an unsigned request.</param>
/// <param name="Region">The scope's region; null for an unsigned request and for multi-region signatures.</param>
/// <param name="Target">The untouched request target.</param>
public sealed record AwsRequest(string Service, string? AccessKeyId, string? Region, RawTarget Target)
{
    private const string AnonymousService = "s3";

    public static AwsRequest Read(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var target = RawTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var credential = CredentialOf(context.Request.Headers.Authorization.ToString())
            ?? target.Query["X-Amz-Credential"];
        if (credential is not null)
            return FromCredential(credential, target);

        var accessKeyId = target.Query["AWSAccessKeyId"];
        return new AwsRequest(AnonymousService, accessKeyId, null, target);
    }

    // `AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/s3/aws4_request, SignedHeaders=…, Signature=…`, or the
    // older `AWS AKID:signature`, which only S3 ever took.
    private static string? CredentialOf(string authorization)
    {
        if (authorization.StartsWith("AWS ", StringComparison.Ordinal))
            return authorization[4..].Split(':')[0];

        const string Name = "Credential=";
        var start = authorization.IndexOf(Name, StringComparison.Ordinal);
        if (start < 0)
            return null;

        var value = authorization[(start + Name.Length)..];
        var end = value.AsSpan().IndexOfAny(',', ' ');
        return end < 0 ? value : value[..end];
    }

    private static AwsRequest FromCredential(string credential, RawTarget target)
    {
        var parts = credential.Split('/');
        return parts.Length < 4
            ? new AwsRequest(AnonymousService, parts[0], null, target)
            : new AwsRequest(parts[^2], parts[0], parts.Length < 5 ? null : parts[^3], target);
    }
}
