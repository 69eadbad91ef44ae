using Amazon.S3;
using Amazon.S3.Model;

namespace Jarpoint.Cli.Local;

/// <summary>Puts files into a bucket, several at a time.</summary>
internal sealed class Uploader(IAmazonS3 s3, string bucket)
{
    private const int Concurrency = 8;

    public Task UploadAsync(IEnumerable<JarUpload> uploads, Action<JarUpload> uploaded, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            uploads,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
            async (upload, token) =>
            {
                await using var content = File.OpenRead(upload.Path);
                var request = new PutObjectRequest { BucketName = bucket, Key = upload.Key, InputStream = content };
                await s3.PutObjectAsync(request, token);
                uploaded(upload);
            });
}
