namespace Jarpoint.LocalCloud.Functions;

/// <summary>The credentials of every function process. They open nothing but this cloud.</summary>
internal static class FunctionKey
{
    public const string Id = "LOCALCLOUD";
    public const string Secret = "localcloud";
}
