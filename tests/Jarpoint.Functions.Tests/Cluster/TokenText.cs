using System.Buffers.Text;
using System.Text;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>Takes a token apart.</summary>
internal static class TokenText
{
    public static Uri Decode(string token)
        => new(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan("k8s-aws-v1.".Length))));

    public static Dictionary<string, string> Query(Uri url)
        => url.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
}
