using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>A list as JSON: its objects are copied as they are stored.</summary>
internal static class ListBody
{
    public static ReadOnlyMemory<byte> Write(ResourceKind kind, ListPage page, bool showRemaining)
    {
        var head = new JsonObject
        {
            ["kind"] = kind.Kind + "List",
            ["apiVersion"] = kind.ApiVersion,
            ["metadata"] = Metadata(page, showRemaining),
        }.ToJsonString();
        var body = new ArrayBufferWriter<byte>(head.Length + 64 + Length(page.Items.Span));
        body.Write(Encoding.UTF8.GetBytes(head[..^1]));
        body.Write(",\"items\":["u8);
        for (var i = 0; i < page.Items.Length; i++)
        {
            if (i > 0)
            {
                body.Write(","u8);
            }

            body.Write(page.Items.Span[i].Json.Span);
        }

        body.Write("]}"u8);
        return body.WrittenMemory;
    }

    public static JsonObject Metadata(ListPage page, bool showRemaining)
    {
        var metadata = new JsonObject
        {
            ["resourceVersion"] = page.ResourceVersion.ToString(CultureInfo.InvariantCulture),
        };
        if (page.Continue is { } token)
        {
            metadata["continue"] = token;
            if (showRemaining)
            {
                metadata["remainingItemCount"] = page.Remaining;
            }
        }

        return metadata;
    }

    private static int Length(ReadOnlySpan<StoredObject> items)
    {
        var length = items.Length;
        foreach (var item in items)
        {
            length += item.Json.Length;
        }

        return length;
    }
}
