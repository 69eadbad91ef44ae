using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Jarpoint.LocalCloud.Queues;

/// <summary>Names one receive of one message.</summary>
internal readonly record struct ReceiptHandle(string MessageId, int Receive)
{
    public override string ToString()
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{MessageId}:{Receive}")));

    public static bool TryParse(string text, out ReceiptHandle handle)
    {
        handle = default;
        if (!Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        if (parts.Length != 2
            || !Guid.TryParse(parts[0], out _)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var receive))
        {
            return false;
        }

        handle = new ReceiptHandle(parts[0], receive);
        return true;
    }
}
