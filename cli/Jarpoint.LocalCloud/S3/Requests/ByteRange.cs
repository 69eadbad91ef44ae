using System.Globalization;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>The part of an object that a <c>Range</c> header asks for.</summary>
internal readonly record struct ByteRange(long Offset, long Length)
{
    private const string Unit = "bytes=";

    /// <returns>Null for the whole object: no header, one S3 does not understand, or several ranges.</returns>
    public static ByteRange? Of(string? header, long size)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
            return null;

        var bounds = header[Unit.Length..].Split('-');
        if (bounds.Length != 2)
            return null;

        var hasFirst = TryParse(bounds[0], out var first);
        var hasLast = TryParse(bounds[1], out var last);
        if ((!hasFirst && bounds[0].Trim().Length > 0) || (!hasLast && bounds[1].Trim().Length > 0))
            return null;
        if (!hasFirst)
            return hasLast ? Suffix(header, last, size) : null;
        if (hasLast && last < first)
            return null;
        if (first >= size)
            throw S3Errors.InvalidRange(header, size);

        return new ByteRange(first, Math.Min(hasLast ? last : long.MaxValue - 1, size - 1) - first + 1);
    }

    private static ByteRange Suffix(string header, long length, long size) =>
        length == 0 || size == 0
            ? throw S3Errors.InvalidRange(header, size)
            : new ByteRange(Math.Max(0, size - length), Math.Min(length, size));

    private static bool TryParse(string text, out long value) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
