namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>DeleteOptions of meta/v1.</summary>
internal sealed record DeleteOptionsJson(
    string ApiVersion, string Kind, string PropagationPolicy, PreconditionsJson Preconditions)
{
    /// <summary>Exactly this object; what it owns goes after it.</summary>
    public static DeleteOptionsJson Of(string uid) => new("v1", "DeleteOptions", "Background", new(uid));
}

internal sealed record PreconditionsJson(string Uid);
