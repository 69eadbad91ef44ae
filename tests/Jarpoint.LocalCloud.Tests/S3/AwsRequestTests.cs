using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class AwsRequestTests
{
    [Theory]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=AKID/20260102/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=00",
        "sqs", "AKID", "eu-west-1")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=00",
        "s3", "AKID", "us-east-1")]
    [InlineData(
        "AWS4-ECDSA-P256-SHA256 Credential=AKID/20260102/s3/aws4_request, SignedHeaders=host, Signature=00",
        "s3", "AKID", null)]
    [InlineData("AWS AKID:c2lnbmF0dXJl", "s3", "AKID", null)]
    [InlineData("", "s3", null, null)]
    [InlineData("Bearer token", "s3", null, null)]
    public void The_credential_scope_of_the_header_names_the_service(
        string authorization, string service, string? accessKeyId, string? region)
    {
        var request = Read("/", authorization);

        (request.Service, request.AccessKeyId, request.Region).ShouldBe((service, accessKeyId, region));
    }

    [Fact]
    public void The_credential_scope_of_a_presigned_query_names_the_service()
    {
        var request = Read("/?X-Amz-Credential=AKID%2F20260102%2Feu-west-1%2Fsts%2Faws4_request&X-Amz-Signature=00", "");

        (request.Service, request.AccessKeyId, request.Region).ShouldBe(("sts", "AKID", "eu-west-1"));
    }

    [Theory]
    [InlineData("/a/../b%2Fc?x=1&y", "/a/../b%2Fc", "1", "")]
    [InlineData("http://localhost:4566/a?x=%2B+%20", "/a", "+  ", null)]
    [InlineData("http://localhost:4566", "/", null, null)]
    public void The_target_is_taken_as_it_came(string target, string path, string? x, string? y)
    {
        var parsed = RawTarget.Parse(target);

        (parsed.Path, parsed.Query["x"], parsed.Query["y"]).ShouldBe((path, x, y));
    }

    [Theory]
    [InlineData("plus+", "plus+")]
    [InlineData("%e6%97%A5", "日")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%4", "%zz%4")]
    [InlineData("%ff", null)]
    public void Paths_are_decoded_once_as_UTF8_and_a_plus_stays_a_plus(string escaped, string? expected) =>
        RawTarget.Decode(escaped).ShouldBe(expected);

    private static AwsRequest Read(string target, string authorization)
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Headers.Authorization = authorization;
        return AwsRequest.Read(context);
    }
}
