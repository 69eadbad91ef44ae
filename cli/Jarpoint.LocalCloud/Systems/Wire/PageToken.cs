using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>
/// <c>NextToken</c>: the last thing of the page before, so that commands sent meanwhile move no page.
/// </summary>
internal static class PageToken
{
    public static string Write(string last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes("page:" + last));

    /// <exception cref="SsmException">InvalidNextToken.</exception>
    public static string? Read(string? token)
    {
        if (token is null)
            return null;

        if (!Base64Url.IsValid(token))
            throw SsmErrors.InvalidNextToken();

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        return text.StartsWith("page:", StringComparison.Ordinal) ? text[5..] : throw SsmErrors.InvalidNextToken();
    }

    /// <summary>Numbers of a token that was written with a slash between each; null without a token.</summary>
    public static long[]? ReadNumbers(string? token, int count)
    {
        if (Read(token) is not { } text)
            return null;

        var numbers = text.Split('/')
            .Select(static part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1)
            .ToArray();
        return numbers.Length == count && numbers.All(static n => n >= 0)
            ? numbers
            : throw SsmErrors.InvalidNextToken();
    }
}
