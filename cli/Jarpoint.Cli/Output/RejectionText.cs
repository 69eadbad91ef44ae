using Jarpoint.Jars;

namespace Jarpoint.Cli.Output;

/// <summary>Why a jar cannot be read, for people.</summary>
internal static class RejectionText
{
    public static string Of(RejectionReason reason, string detail) => $"{CamelCase.Of(reason)}: {detail}";
}
