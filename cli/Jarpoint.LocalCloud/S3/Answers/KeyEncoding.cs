using System.Globalization;
using System.Text;

namespace Jarpoint.LocalCloud.S3.Answers;

/// <summary><c>encoding-type=url</c> of listings: form encoding, with slashes left as they are.</summary>
internal static class KeyEncoding
{
    public static string Url(string key)
    {
        var encoded = new StringBuilder(key.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(key))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'.' or (byte)'-' or (byte)'_' or (byte)'*' or (byte)'/')
                encoded.Append((char)value);
            else if (value == (byte)' ')
                encoded.Append('+');
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return encoded.ToString();
    }
}
