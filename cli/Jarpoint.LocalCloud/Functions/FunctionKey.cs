namespace Jarpoint.LocalCloud.Functions;

/// <summary>The credentials of function processes, one key a function. They open nothing but this cloud.</summary>
internal static class FunctionKey
{
    public const string Secret = "localcloud";

    private const string Prefix = "LOCALCLOUD";

    public static string IdOf(string function) => Prefix + function;

    /// <summary>The function a request comes from; null when it comes from somebody else.</summary>
    public static string? FunctionOf(string? accessKeyId)
        => accessKeyId is not null && accessKeyId.StartsWith(Prefix, StringComparison.Ordinal)
            ? accessKeyId[Prefix.Length..]
            : null;
}
