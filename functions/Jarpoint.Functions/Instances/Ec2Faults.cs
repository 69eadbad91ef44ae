using System.Net;
using Amazon.Runtime;

namespace Jarpoint.Functions.Instances;

/// <summary>The one place where EC2's error codes are interpreted. Messages never are.</summary>
internal static class Ec2Faults
{
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/throttling.html
    public static bool IsThrottled(AmazonServiceException fault)
        => fault.StatusCode == HttpStatusCode.TooManyRequests
            || fault.ErrorCode is "RequestLimitExceeded" or "Throttling" or "ThrottlingException"
                or "RequestThrottled" or "RequestThrottledException" or "TooManyRequestsException";
}
