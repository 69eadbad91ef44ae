using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class ChecksumTests(S3Server server) : IClassFixture<S3Server>
{
    private const string Content = "123456789";

    /// <summary>The check values of the CRC catalogue, and the framework's SHA.</summary>
    public static TheoryData<string, string> KnownChecksums => new()
    {
        { "crc32", Convert.ToBase64String([0xcb, 0xf4, 0x39, 0x26]) },
        { "crc32c", Convert.ToBase64String([0xe3, 0x06, 0x92, 0x83]) },
        { "crc64nvme", Convert.ToBase64String([0xae, 0x8b, 0x14, 0x86, 0x0a, 0x79, 0x98, 0x88]) },
        { "sha1", Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(Content))) },
        { "sha256", Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Content))) },
    };

    [Theory]
    [MemberData(nameof(KnownChecksums))]
    public async Task A_right_checksum_header_is_stored_and_given_back(string algorithm, string value)
    {
        var target = $"/{server.NewBucket()}/key";

        using var put = await PutAsync(target, (ChecksumHeader(algorithm), value));
        using var plain = await server.SendAsync(HttpMethod.Head, target);
        using var asked = await server.SendAsync(
            HttpMethod.Head, target, configure: request => request.Headers.Add("x-amz-checksum-mode", "ENABLED"));

        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        plain.Headers.Contains(ChecksumHeader(algorithm)).ShouldBeFalse();
        asked.Headers.GetValues(ChecksumHeader(algorithm)).ShouldBe([value]);
        asked.Headers.GetValues("x-amz-checksum-type").ShouldBe(["FULL_OBJECT"]);
    }

    [Theory]
    [MemberData(nameof(KnownChecksums))]
    public async Task A_wrong_checksum_header_answers_BadDigest_and_stores_nothing(string algorithm, string value)
    {
        var bucket = server.NewBucket();
        var wrong = Convert.FromBase64String(value);
        wrong[0] ^= 1;

        using var put = await PutAsync(
            $"/{bucket}/key", (ChecksumHeader(algorithm), Convert.ToBase64String(wrong)));

        await ShouldBeRefusedAsync(put, "BadDigest");
        server.Store.Find(bucket, "key").ShouldBeNull();
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32", "not base64", "InvalidRequest")]
    [InlineData("x-amz-checksum-crc32", "AAAA", "InvalidRequest")]
    [InlineData("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==", "BadDigest")]
    [InlineData("Content-MD5", "short", "InvalidDigest")]
    [InlineData("x-amz-sdk-checksum-algorithm", "CRC32", "InvalidRequest")]
    [InlineData(
        "x-amz-content-sha256",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "XAmzContentSHA256Mismatch")]
    public async Task A_claim_about_the_body_that_does_not_hold_is_refused(string header, string value, string code)
    {
        using var put = await PutAsync($"/{server.NewBucket()}/key", (header, value));

        await ShouldBeRefusedAsync(put, code);
    }

    [Theory]
    [InlineData("STREAMING-UNSIGNED-PAYLOAD-TRAILER", "")]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", ";chunk-signature=0123abcd")]
    public async Task A_trailing_checksum_is_verified(string framing, string extension)
    {
        var bucket = server.NewBucket();
        var right = Convert.ToBase64String([0xcb, 0xf4, 0x39, 0x26]);

        using var good = await PutChunkedAsync($"/{bucket}/good", framing, extension, right);
        using var bad = await PutChunkedAsync($"/{bucket}/bad", framing, extension, "AAAAAA==");

        good.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.GetTextAsync(bucket, "good")).ShouldBe(Content);
        await ShouldBeRefusedAsync(bad, "BadDigest");
        server.Store.Find(bucket, "bad").ShouldBeNull();
    }

    [Theory]
    [InlineData("5\r\n12345\r\n4\r\n6789\r\n0\r\n\r\n", "MalformedTrailerError")]
    [InlineData("5\r\n12345\r\n4\r\n6789", "IncompleteBody")]
    [InlineData("5\r\n1234567\r\n0\r\n\r\n", "IncompleteBody")]
    [InlineData("five\r\n12345\r\n", "IncompleteBody")]
    [InlineData("4\r\n1234\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n", "IncompleteBody")]
    public async Task Broken_framing_is_refused(string body, string code)
    {
        using var put = await SendChunkedAsync(
            $"/{server.NewBucket()}/key", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", body);

        await ShouldBeRefusedAsync(put, code);
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task The_sdk_uploads_with_a_trailing_checksum_of_its_choice(string algorithm)
    {
        var bucket = server.NewBucket();
        await server.PutAsync(
            bucket, "key", Content, request => request.ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm));

        server.Store.Find(bucket, "key").ShouldNotBeNull().Checksums.ShouldHaveSingleItem()
            .Value.ShouldBe(KnownChecksums.Single(row => algorithm.Equals(row.Data.Item1, StringComparison.OrdinalIgnoreCase)).Data.Item2);
        (await server.GetTextAsync(bucket, "key")).ShouldBe(Content);
    }

    [Fact]
    public async Task A_body_without_a_claim_gets_a_CRC64NVME()
    {
        var bucket = server.NewBucket();
        using var put = await PutAsync($"/{bucket}/key");

        put.Headers.GetValues("x-amz-checksum-crc64nvme").ShouldBe(["rosUhgp5mIg="]);
    }

    [Fact]
    public async Task A_batch_delete_without_a_digest_is_refused()
    {
        using var answer = await server.SendAsync(
            HttpMethod.Post,
            $"/{server.NewBucket()}?delete",
            new StringContent("<Delete><Object><Key>key</Key></Object></Delete>"));

        await ShouldBeRefusedAsync(answer, "InvalidRequest");
    }

    private static string ChecksumHeader(string algorithm) => $"x-amz-checksum-{algorithm}";

    private static async Task ShouldBeRefusedAsync(HttpResponseMessage answer, string code)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain($"<Code>{code}</Code>");
    }

    private Task<HttpResponseMessage> PutAsync(string target, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(Content));
        return server.SendAsync(HttpMethod.Put, target, content, request =>
        {
            foreach (var (name, value) in headers)
            {
                (request.Headers.TryAddWithoutValidation(name, value)
                    || content.Headers.TryAddWithoutValidation(name, value)).ShouldBeTrue();
            }
        });
    }

    private Task<HttpResponseMessage> PutChunkedAsync(string target, string framing, string extension, string checksum) =>
        SendChunkedAsync(
            target,
            framing,
            $"5{extension}\r\n12345\r\n4{extension}\r\n6789\r\n0{extension}\r\nx-amz-checksum-crc32:{checksum}\r\n"
            + (extension.Length > 0 ? "x-amz-trailer-signature:0123abcd\r\n\r\n" : "\r\n"));

    private Task<HttpResponseMessage> SendChunkedAsync(string target, string framing, string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentEncoding.Add("aws-chunked");
        return server.SendAsync(HttpMethod.Put, target, content, request =>
        {
            request.Headers.Add("x-amz-content-sha256", framing);
            request.Headers.Add("x-amz-trailer", "x-amz-checksum-crc32");
            request.Headers.Add("x-amz-decoded-content-length", "9");
        });
    }
}
