namespace Jarpoint.LocalCloud.Wire;

/// <summary>An error answer of a service that speaks the Query protocol.</summary>
/// <param name="code">What SDKs match on.</param>
/// <param name="message">A sentence for a person.</param>
/// <param name="status">HTTP status.</param>
public sealed class QueryException(string code, string message, int status = 400) : Exception(message)
{
    public string Code => code;

    public int Status => status;
}
