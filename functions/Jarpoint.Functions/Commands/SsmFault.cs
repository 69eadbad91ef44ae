using System.Net;
using Amazon.Runtime;

namespace Jarpoint.Functions.Commands;

/// <summary>What an error answer of Systems Manager means to us.</summary>
internal enum SsmFault
{
    /// <summary>A wrong document, missing rights, a server error: thrown on, for the trigger to retry.</summary>
    Unclassified,

    /// <summary>An instance that is not registered, stopped, gone, or not ours.</summary>
    InstanceUnknown,

    /// <summary>The command is not known, or not known yet: Systems Manager is eventually consistent.</summary>
    InvocationUnknown,

    Throttled,
}

/// <summary>The one place where Systems Manager's error codes are interpreted. Messages never are.</summary>
internal static class SsmFaults
{
    public static SsmFault Classify(AmazonServiceException fault) => (fault.StatusCode, fault.ErrorCode) switch
    {
        (_, "InvalidInstanceId") => SsmFault.InstanceUnknown,
        (_, "InvocationDoesNotExist" or "InvalidCommandId") => SsmFault.InvocationUnknown,
        // https://docs.aws.amazon.com/systems-manager/latest/APIReference/CommonErrors.html and the codes that SDKs
        // take for throttling: the front ends of AWS do not agree on one.
        (_, "ThrottlingException" or "Throttling" or "ThrottledException" or "RequestThrottled"
            or "RequestThrottledException" or "TooManyRequestsException" or "RequestLimitExceeded"
            or "LimitExceededException") => SsmFault.Throttled,
        (HttpStatusCode.TooManyRequests, _) => SsmFault.Throttled,
        _ => SsmFault.Unclassified,
    };
}
