using System.Text;

namespace Jarpoint.LocalCloud.Wire;

/// <summary>
/// The request target as it came over the wire. Kestrel's <c>Path</c> resolves <c>../</c> and keeps <c>%2F</c> apart
/// from <c>/</c>; S3 keys need neither.
/// </summary>
/// <param name="Path">Still percent-encoded, from the first slash to the question mark.</param>
/// <param name="Query">The parameters, decoded.</param>
public sealed record RawTarget(string Path, QueryValues Query)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RawTarget Parse(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var pathAndQuery = target.StartsWith('/') ? target : AfterAuthority(target);
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        return question < 0
            ? new RawTarget(pathAndQuery, QueryValues.Parse(""))
            : new RawTarget(pathAndQuery[..question], QueryValues.Parse(pathAndQuery[(question + 1)..]));
    }

    /// <summary>Decodes <c>%XX</c> to UTF-8 text; a plus stays a plus.</summary>
    /// <returns>Null when the escapes are not UTF-8 text.</returns>
    public static string? Decode(string escaped)
    {
        ArgumentNullException.ThrowIfNull(escaped);
        if (!escaped.Contains('%', StringComparison.Ordinal))
            return escaped;

        var raw = Encoding.UTF8.GetBytes(escaped);
        var length = 0;
        for (var i = 0; i < raw.Length; i++, length++)
        {
            var isEscape = raw[i] == '%' && i + 2 < raw.Length
                && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]);
            raw[length] = isEscape
                ? (byte)((Convert.ToInt32($"{(char)raw[i + 1]}{(char)raw[i + 2]}", 16)))
                : raw[i];
            i += isEscape ? 2 : 0;
        }

        try
        {
            return Strict.GetString(raw, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A proxy-style request line carries `http://host/path`.
    private static string AfterAuthority(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var slash = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : target[slash..];
    }
}
