namespace Jarpoint.LocalCloud.S3;

/// <summary>Ends an operation with an error answer; nothing was changed.</summary>
public sealed class S3ErrorException(S3Error error) : Exception($"{Of(error).Code}: {error.Message}")
{
    public S3Error Error { get; } = error;

    private static S3Error Of(S3Error error) => error ?? throw new ArgumentNullException(nameof(error));
}
