namespace Jarpoint.LocalCloud.S3.State;

public sealed record BucketSummary(string Name, DateTimeOffset Created, BucketVersioning Versioning);
