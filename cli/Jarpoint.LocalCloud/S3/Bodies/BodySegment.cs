namespace Jarpoint.LocalCloud.S3.Bodies;

/// <summary>A file that holds a body, or one part of a multipart body.</summary>
/// <param name="File">Name below the bodies directory; never made from a key.</param>
/// <param name="Length">Bytes.</param>
public sealed record BodySegment(string File, long Length);
