namespace Jarpoint.Functions.Instances;

/// <summary>EC2 failed a request after the SDK's own retries. It is thrown on, for the trigger to retry.</summary>
public sealed class Ec2RequestException(string message, Exception innerException)
    : IOException(message, innerException);
