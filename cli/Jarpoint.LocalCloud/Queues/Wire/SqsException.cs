namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>An answer of the service that is an error.</summary>
/// <param name="shape">Value of <c>__type</c>: namespace, #, and the shape's name.</param>
/// <param name="queryCode">The code of the old Query protocol, which SDKs still read from a header.</param>
/// <param name="message">A sentence for a person.</param>
/// <param name="status">HTTP status.</param>
public sealed class SqsException(string shape, string queryCode, string message, int status = 400)
    : Exception(message)
{
    public string Shape => shape;

    public string QueryCode => queryCode;

    public int Status => status;
}
