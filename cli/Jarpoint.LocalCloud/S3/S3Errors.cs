namespace Jarpoint.LocalCloud.S3;

/// <summary>Every error the emulator answers with. Codes and statuses are S3's: clients decide by them.</summary>
internal static class S3Errors
{
    public static S3ErrorException NoSuchBucket(string bucket) =>
        Answer(404, "NoSuchBucket", "The specified bucket does not exist", ("BucketName", bucket));

    public static S3ErrorException BucketAlreadyOwnedByYou(string bucket) => Answer(
        409, "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.", ("BucketName", bucket));

    public static S3ErrorException BucketNotEmpty(string bucket) =>
        Answer(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", ("BucketName", bucket));

    public static S3ErrorException InvalidBucketName(string bucket) =>
        Answer(400, "InvalidBucketName", "The specified bucket is not valid.", ("BucketName", bucket));

    public static S3ErrorException NoSuchKey(string key) =>
        Answer(404, "NoSuchKey", "The specified key does not exist.", ("Key", key));

    public static S3ErrorException NoSuchVersion(string key, string versionId) => Answer(
        404, "NoSuchVersion", "The specified version does not exist.", ("Key", key), ("VersionId", versionId));

    public static S3ErrorException NoSuchUpload(string uploadId) => Answer(
        404, "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or "
        + "completed.",
        ("UploadId", uploadId));

    public static S3ErrorException MethodNotAllowed(string method, string resourceType) => Answer(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.",
        ("Method", method), ("ResourceType", resourceType));

    public static S3ErrorException PreconditionFailed(string condition) => Answer(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold",
        ("Condition", condition));

    public static S3ErrorException ConditionalRequestConflict(string condition, string key) => Answer(
        409, "ConditionalRequestConflict",
        "The conditional request cannot succeed due to a conflicting operation against this resource.",
        ("Condition", condition), ("Key", key));

    public static S3ErrorException ConditionNotImplemented(string header) => Answer(
        501, "NotImplemented", "A header you provided implies functionality that is not implemented",
        ("Header", header), ("additionalMessage", "We don't accept the provided value of this header for this API"));

    public static S3ErrorException NotEmulated(string what) => Answer(
        501, "NotImplemented", $"The laptop cloud does not emulate {what}.", ("Header", what));

    public static S3ErrorException NotModified() => Answer(304, "NotModified", "Not Modified");

    public static S3ErrorException InvalidRange(string range, long size) => Answer(
        416, "InvalidRange", "The requested range is not satisfiable", ("RangeRequested", range),
        ("ActualObjectSize", size.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static S3ErrorException InvalidPartNumber() =>
        Answer(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");

    public static S3ErrorException KeyTooLong(int bytes) => Answer(
        400, "KeyTooLongError", "Your key is too long",
        ("Size", bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("MaxSizeAllowed", "1024"));

    public static S3ErrorException InvalidUri(string target) =>
        Answer(400, "InvalidURI", "Couldn't parse the specified URI.", ("URI", target));

    public static S3ErrorException InvalidArgument(string name, string? value, string message) =>
        Answer(400, "InvalidArgument", message, ("ArgumentName", name), ("ArgumentValue", value ?? ""));

    public static S3ErrorException InvalidRequest(string message) => Answer(400, "InvalidRequest", message);

    public static S3ErrorException BadDigest(string what) =>
        Answer(400, "BadDigest", $"The {what} you specified did not match the calculated checksum.");

    public static S3ErrorException InvalidDigest(string value) => Answer(
        400, "InvalidDigest", "The Content-MD5 you specified was invalid.", ("Content-MD5", value));

    public static S3ErrorException PayloadHashMismatch(string claimed, string computed) => Answer(
        400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.",
        ("ClientComputedContentSHA256", claimed), ("S3ComputedContentSHA256", computed));

    public static S3ErrorException IncompleteBody(string message) => Answer(400, "IncompleteBody", message);

    public static S3ErrorException MissingContentLength() =>
        Answer(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static S3ErrorException MalformedTrailer() => Answer(
        400, "MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform "
        + "to our published schema.");

    public static S3ErrorException MalformedXml() => Answer(
        400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static S3ErrorException MetadataTooLarge() =>
        Answer(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");

    public static S3ErrorException InvalidPart() => Answer(
        400, "InvalidPart", "One or more of the specified parts could not be found.  The part may not have been "
        + "uploaded, or the specified entity tag may not match the part's entity tag.");

    public static S3ErrorException InvalidPartOrder() => Answer(
        400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");

    public static S3ErrorException EntityTooSmall() =>
        Answer(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");

    public static S3ErrorException AccessDenied() => Answer(403, "AccessDenied", "Access Denied");

    public static S3ErrorException SlowDown() => Answer(503, "SlowDown", "Please reduce your request rate.");

    private static S3ErrorException Answer(
        int status, string code, string message, params (string Element, string Value)[] details) =>
        new(new S3Error(status, code, message)
        {
            Details = [.. details.Select(each => KeyValuePair.Create(each.Element, each.Value))],
        });
}
