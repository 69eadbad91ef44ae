namespace Jarpoint.Cli.Push;

/// <summary>What came of uploading one jar.</summary>
internal abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <summary>The key names this jar now.</summary>
    /// <param name="VersionId">Null on a bucket without versions.</param>
    /// <param name="ETag">Without quotes.</param>
    /// <param name="Fresh">False when these very bytes were there before, by this command's lost answer or anybody's.</param>
    internal sealed record There(string? VersionId, string ETag, bool Fresh) : PushOutcome;

    /// <summary>The key names something else. Nothing was written.</summary>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">Null when S3 stores none.</param>
    /// <param name="LastModified">When it was written.</param>
    internal sealed record Occupied(long Size, string? Sha256, DateTimeOffset LastModified) : PushOutcome;

    /// <summary>S3 refused or did not answer.</summary>
    /// <param name="Reason">A sentence.</param>
    internal sealed record Failed(string Reason) : PushOutcome;
}
