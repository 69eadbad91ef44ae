namespace Jarpoint.LocalCloud.Systems;

/// <summary>An answer of Systems Manager that is an error.</summary>
/// <param name="code">The shape's name, as SDKs match on it.</param>
/// <param name="message">A sentence for a person.</param>
/// <param name="status">HTTP status.</param>
public sealed class SsmException(string code, string message, int status = 400) : Exception(message)
{
    public string Code => code;

    public int Status => status;
}
