namespace Jarpoint.Functions.Runtime;

/// <summary>What the Runtime API said to a response or an error report.</summary>
internal enum Delivery
{
    /// <summary>202: taken.</summary>
    Accepted,

    /// <summary>413: the response is larger than Lambda carries (6 MiB for a synchronous invocation).</summary>
    TooLarge,

    /// <summary>400 or 403: not in this state or not in this form. The invocation is lost; the process is not.</summary>
    Refused,
}
