using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class MultipartTests(S3Server server) : IClassFixture<S3Server>
{
    private const int PartSize = 5 * 1024 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_transfer_utility_uploads_in_parts_and_every_range_reads_back()
    {
        var bucket = server.NewBucket();
        var content = RandomNumberGenerator.GetBytes((2 * PartSize) + 12345);
        using var transfer = new TransferUtility(
            server.Client, new TransferUtilityConfig { MinSizeBeforePartUpload = PartSize });
        using var stream = new MemoryStream(content);

        await transfer.UploadAsync(
            new TransferUtilityUploadRequest
            {
                BucketName = bucket,
                Key = "large.jar",
                InputStream = stream,
                PartSize = PartSize,
            },
            Cancelled);

        var stored = server.Store.Find(bucket, "large.jar").ShouldNotBeNull();
        stored.ETag.ShouldEndWith("-3");
        (await ReadAsync(bucket, null)).ShouldBe(content);
        var acrossParts = new ByteRange(PartSize - 10, PartSize + 9);
        (await ReadAsync(bucket, acrossParts)).ShouldBe(content[(PartSize - 10)..(PartSize + 10)]);
        (await ReadAsync(bucket, new ByteRange("bytes=-5"))).ShouldBe(content[^5..]);
    }

    [Fact]
    public async Task The_etag_is_the_md5_of_the_parts_md5s_and_their_number()
    {
        var bucket = server.NewBucket();
        var (first, last) = (RandomNumberGenerator.GetBytes(PartSize), "last"u8.ToArray());
        var uploadId = await BeginAsync(bucket);

        var completed = await CompleteAsync(bucket, uploadId,
            await PartAsync(bucket, uploadId, 1, first), await PartAsync(bucket, uploadId, 7, last));

        var expected = MD5.HashData([.. MD5.HashData(first), .. MD5.HashData(last)]);
        completed.ETag.ShouldBe($"\"{Convert.ToHexStringLower(expected)}-2\"");
        (await server.Client.ListMultipartUploadsAsync(bucket, Cancelled)).MultipartUploads.ShouldBeNull();
    }

    [Fact]
    public async Task A_part_may_be_replaced_and_left_out()
    {
        var bucket = server.NewBucket();
        var uploadId = await BeginAsync(bucket);
        await PartAsync(bucket, uploadId, 1, "replaced"u8.ToArray());
        var kept = await PartAsync(bucket, uploadId, 1, "kept"u8.ToArray());
        await PartAsync(bucket, uploadId, 2, "left out"u8.ToArray());

        var parts = await server.Client.ListPartsAsync(bucket, "large.jar", uploadId, Cancelled);
        await CompleteAsync(bucket, uploadId, kept);

        parts.Parts.Select(part => (part.PartNumber, part.Size)).ShouldBe([(1, 4), (2, 8)]);
        (await server.GetTextAsync(bucket, "large.jar")).ShouldBe("kept");
    }

    [Fact]
    public async Task Unknown_parts_wrong_order_and_small_parts_are_refused()
    {
        var bucket = server.NewBucket();
        var uploadId = await BeginAsync(bucket);
        var one = await PartAsync(bucket, uploadId, 1, "one"u8.ToArray());
        var two = await PartAsync(bucket, uploadId, 2, "two"u8.ToArray());

        await CompleteAsync(bucket, uploadId, one, new PartETag(3, one.ETag))
            .ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "InvalidPart");
        await CompleteAsync(bucket, uploadId, new PartETag(1, two.ETag))
            .ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "InvalidPart");
        await CompleteAsync(bucket, uploadId, one, two)
            .ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "EntityTooSmall");

        // The SDK sorts the parts of a request; written by hand they are out of order.
        using var unsorted = await server.SendAsync(
            HttpMethod.Post,
            $"/{bucket}/large.jar?uploadId={uploadId}",
            new StringContent($"<CompleteMultipartUpload>{Part(two)}{Part(one)}</CompleteMultipartUpload>"));
        (await unsorted.Content.ReadAsStringAsync(Cancelled)).ShouldContain("<Code>InvalidPartOrder</Code>");

        static string Part(PartETag part) =>
            $"<Part><PartNumber>{part.PartNumber}</PartNumber><ETag>{part.ETag}</ETag></Part>";
    }

    [Fact]
    public async Task An_aborted_upload_is_gone()
    {
        var bucket = server.NewBucket();
        var uploadId = await BeginAsync(bucket);
        var part = await PartAsync(bucket, uploadId, 1, "one"u8.ToArray());
        (await server.Client.ListMultipartUploadsAsync(bucket, Cancelled)).MultipartUploads.ShouldHaveSingleItem()
            .UploadId.ShouldBe(uploadId);

        await server.Client.AbortMultipartUploadAsync(bucket, "large.jar", uploadId, Cancelled);

        await CompleteAsync(bucket, uploadId, part).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchUpload");
        server.Store.Find(bucket, "large.jar").ShouldBeNull();
    }

    [Fact]
    public async Task A_part_that_arrives_after_the_completion_changes_nothing()
    {
        var bucket = server.NewBucket();
        var uploadId = await BeginAsync(bucket);
        await CompleteAsync(bucket, uploadId, await PartAsync(bucket, uploadId, 1, "one"u8.ToArray()));

        await PartAsync(bucket, uploadId, 1, "late"u8.ToArray())
            .ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchUpload");

        (await server.GetTextAsync(bucket, "large.jar")).ShouldBe("one");
    }

    [Fact]
    public async Task Completing_again_after_a_lost_answer_gives_the_same_answer()
    {
        var bucket = server.NewBucket();
        var uploadId = await BeginAsync(bucket);
        var part = await PartAsync(bucket, uploadId, 1, "one"u8.ToArray());

        var first = await CompleteAsync(bucket, uploadId, part);
        var again = await CompleteAsync(bucket, uploadId, part);

        again.VersionId.ShouldBe(first.VersionId);
    }

    [Fact]
    public async Task Parts_may_be_ranges_of_other_objects()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "source one", "0123456789");
        var uploadId = await BeginAsync(bucket);

        var part = await server.Client.CopyPartAsync(
            new CopyPartRequest
            {
                SourceBucket = bucket,
                SourceKey = "source one",
                DestinationBucket = bucket,
                DestinationKey = "large.jar",
                UploadId = uploadId,
                PartNumber = 1,
                FirstByte = 2,
                LastByte = 5,
            },
            Cancelled);
        await CompleteAsync(bucket, uploadId, new PartETag(1, part.ETag));

        (await server.GetTextAsync(bucket, "large.jar")).ShouldBe("2345");
    }

    [Theory]
    [InlineData("CRC32", "FULL_OBJECT")]
    [InlineData("CRC64NVME", "FULL_OBJECT")]
    [InlineData("SHA256", "COMPOSITE")]
    public async Task The_checksum_has_the_type_the_algorithm_allows(string algorithm, string type)
    {
        var bucket = server.NewBucket();
        var begun = await server.Client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest
            {
                BucketName = bucket,
                Key = "large.jar",
                ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm),
                ChecksumType = ChecksumType.FindValue(type),
            },
            Cancelled);
        var part = await PartAsync(bucket, begun.UploadId, 1, "123456789"u8.ToArray());

        var completed = await CompleteAsync(bucket, begun.UploadId, part);

        completed.ChecksumType.Value.ShouldBe(type);
        var whole = server.Store.Find(bucket, "large.jar").ShouldNotBeNull().Checksums.ShouldHaveSingleItem();
        whole.Value.ShouldBe(algorithm switch
        {
            "CRC32" => Convert.ToBase64String([0xcb, 0xf4, 0x39, 0x26]),
            "CRC64NVME" => Convert.ToBase64String([0xae, 0x8b, 0x14, 0x86, 0x0a, 0x79, 0x98, 0x88]),
            _ => Convert.ToBase64String(SHA256.HashData(SHA256.HashData("123456789"u8))) + "-1",
        });
    }

    private async Task<string> BeginAsync(string bucket) =>
        (await server.Client.InitiateMultipartUploadAsync(bucket, "large.jar", Cancelled)).UploadId;

    private async Task<PartETag> PartAsync(string bucket, string uploadId, int number, byte[] content)
    {
        using var stream = new MemoryStream(content);
        var part = await server.Client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = "large.jar",
                UploadId = uploadId,
                PartNumber = number,
                InputStream = stream,
            },
            Cancelled);
        return new PartETag(number, part.ETag);
    }

    private Task<CompleteMultipartUploadResponse> CompleteAsync(
        string bucket, string uploadId, params PartETag[] parts) =>
        server.Client.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest
            {
                BucketName = bucket,
                Key = "large.jar",
                UploadId = uploadId,
                PartETags = [.. parts],
            },
            Cancelled);

    private async Task<byte[]> ReadAsync(string bucket, ByteRange? range)
    {
        using var response = await server.Client.GetObjectAsync(
            new GetObjectRequest { BucketName = bucket, Key = "large.jar", ByteRange = range }, Cancelled);
        using var copy = new MemoryStream();
        await response.ResponseStream.CopyToAsync(copy, Cancelled);
        return copy.ToArray();
    }
}
