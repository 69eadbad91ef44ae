using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Jarpoint.Catalog.Json;

/// <summary>
/// Reads texts that many entries share (groups, artifacts, versions) into one string each. A bounded table without
/// locks: a lost race or a collision costs one more copy, nothing else.
/// </summary>
internal static class RepeatedText
{
    private const int Longest = 64;
    private static readonly string?[] Table = new string?[4096];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped
            || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString();
        }

        var hash = default(HashCode);
        hash.AddBytes(reader.ValueSpan);
        ref var slot = ref Table[hash.ToHashCode() & (Table.Length - 1)];
        return slot is { } known && System.Text.Ascii.Equals(reader.ValueSpan, known)
            ? known
            : slot = reader.GetString();
    }
}
