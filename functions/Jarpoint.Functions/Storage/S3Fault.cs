using System.Net;
using Amazon.S3;

namespace Jarpoint.Functions.Storage;

/// <summary>What an error answer of S3 means to the catalog.</summary>
internal enum S3Fault
{
    /// <summary>Throttling, a server error, a wrong bucket: thrown on, for the trigger to retry.</summary>
    Unclassified,

    /// <summary>No such key or version, or a delete marker.</summary>
    Missing,

    /// <summary>412: the object is not in the state the request names.</summary>
    PreconditionFailed,

    /// <summary>409: another conditional write is in flight.</summary>
    Conflict,

    /// <summary>403.</summary>
    AccessDenied,

    /// <summary>416: the range begins at or past the end of the object.</summary>
    RangePastEnd,
}

/// <summary>The one place where S3's status and error codes are interpreted. Messages never are.</summary>
internal static class S3Faults
{
    public static S3Fault Classify(AmazonS3Exception fault) => (fault.StatusCode, fault.ErrorCode) switch
    {
        (HttpStatusCode.NotFound, "NoSuchBucket") => S3Fault.Unclassified,
        (HttpStatusCode.NotFound, _) => S3Fault.Missing,
        // The answer to reading a version that is a delete marker.
        (HttpStatusCode.MethodNotAllowed, _) => S3Fault.Missing,
        (HttpStatusCode.PreconditionFailed, _) => S3Fault.PreconditionFailed,
        (HttpStatusCode.Conflict, "ConditionalRequestConflict" or "OperationAborted") => S3Fault.Conflict,
        // A wrong clock and an expired token come as 403 too, and are the network's or the account's trouble.
        (HttpStatusCode.Forbidden, "RequestTimeTooSkewed" or "ExpiredToken") => S3Fault.Unclassified,
        (HttpStatusCode.Forbidden, _) => S3Fault.AccessDenied,
        (HttpStatusCode.RequestedRangeNotSatisfiable, _) => S3Fault.RangePastEnd,
        _ => S3Fault.Unclassified,
    };

    /// <summary>
    /// The object is in Glacier: nobody reads it before somebody has restored it.
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
    /// </summary>
    public static bool IsArchived(AmazonS3Exception fault) => fault.ErrorCode == "InvalidObjectState";
}
