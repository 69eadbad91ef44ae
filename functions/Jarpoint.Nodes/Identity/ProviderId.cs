namespace Jarpoint.Nodes.Identity;

/// <summary>
/// <c>spec.providerID</c> of a node of EC2: <c>aws:///eu-west-1a/i-0123456789abcdef0</c>. Compared exactly, never by
/// substring: an empty id would be in every one.
/// </summary>
public static class ProviderId
{
    private const string Scheme = "aws:///";

    /// <summary>The instance a node is, or null when the text is no provider id of EC2.</summary>
    public static InstanceId? InstanceOf(string? providerId)
    {
        if (providerId is null || !providerId.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = providerId[Scheme.Length..].Split('/');
        return parts is [{ Length: > 0 }, var last] && InstanceId.TryParse(last, out var id) ? id : null;
    }
}
