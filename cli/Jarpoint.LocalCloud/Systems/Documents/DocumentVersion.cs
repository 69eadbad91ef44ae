using System.Security.Cryptography;
using System.Text;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>One version of a document; never changes.</summary>
internal sealed record DocumentVersion(int Number, string Text, CommandContent Content, DateTimeOffset CreatedAt)
{
    public string? VersionName { get; init; }

    public string? TargetType { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>SHA-256 of the text, lower-case hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
