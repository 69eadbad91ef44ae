using System.Buffers.Binary;
using System.Text;

namespace Jarpoint.Jars.Classes;

/// <summary>
/// Finds a module's name in <c>module-info.class</c>: the Module attribute's name index leads over a CONSTANT_Module
/// to a string. https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.7.25
/// </summary>
internal static class ModuleName
{
    private const byte ConstantUtf8 = 1;
    private const byte ConstantModule = 19;

    public static string? Read(ReadOnlySpan<byte> file)
    {
        var cursor = new ClassCursor(file);
        if (ClassHeader.Parse(file) is null || !cursor.Skip(ClassHeader.Length) || !cursor.TryReadShort(out var count))
        {
            return null;
        }

        var constants = new int[count];
        for (var index = 1; index < count; index++)
        {
            constants[index] = cursor.Position;
            if (!cursor.TryReadByte(out var tag) || !cursor.SkipConstant(tag))
            {
                return null;
            }

            // A long or a double takes two places.
            index += tag is 5 or 6 ? 1 : 0;
        }

        return ModuleAttribute(ref cursor, file, constants) is { } name
               && At(file, constants, name, ConstantModule) is { Length: >= 3 } module
            ? Text(file, constants, BinaryPrimitives.ReadUInt16BigEndian(module[1..]))
            : null;
    }

    private static int? ModuleAttribute(ref ClassCursor cursor, ReadOnlySpan<byte> file, int[] constants)
    {
        // access_flags, this_class, super_class; a module has no interfaces, fields or methods.
        if (!cursor.Skip(6) || !cursor.TryReadInt(out var members) || members != 0
            || !cursor.TryReadShort(out var methods) || methods != 0 || !cursor.TryReadShort(out var attributes))
        {
            return null;
        }

        for (; attributes > 0; attributes--)
        {
            if (!cursor.TryReadShort(out var name) || !cursor.TryReadInt(out var length))
            {
                return null;
            }

            if (Text(file, constants, name) == "Module")
            {
                return cursor.TryReadShort(out var module) ? module : null;
            }

            if (!cursor.Skip(length))
            {
                return null;
            }
        }

        return null;
    }

    private static string? Text(ReadOnlySpan<byte> file, int[] constants, int index)
    {
        var constant = At(file, constants, index, ConstantUtf8);
        return constant.Length >= 3 && BinaryPrimitives.ReadUInt16BigEndian(constant[1..]) is var length
            && constant.Length >= 3 + length
            ? Encoding.UTF8.GetString(constant.Slice(3, length))
            : null;
    }

    private static ReadOnlySpan<byte> At(ReadOnlySpan<byte> file, int[] constants, int index, byte tag)
        => index < constants.Length && constants[index] is > 0 and var at && file[at] == tag ? file[at..] : default;
}
