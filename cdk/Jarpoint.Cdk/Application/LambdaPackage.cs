using System.Buffers.Binary;

namespace Jarpoint.Cdk.Application;

/// <summary>The folder that becomes the functions' code: one executable, <c>bootstrap</c>, of one architecture.</summary>
/// <remarks>
/// A binary for the other architecture deploys without a word, and every invocation then fails with
/// <c>Runtime.InvalidEntrypoint</c>. So its ELF header is read here.
/// </remarks>
internal static class LambdaPackage
{
    public const string FileName = "bootstrap";

    /// <summary>
    /// Where <c>functions/package</c> puts it, seen from this assembly in <c>artifacts/bin/Jarpoint.Cdk/release</c>: a synth
    /// must not depend on the folder it is started in.
    /// </summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../lambda"));

    // https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html: e_machine is the half word at 18.
    private const int HeaderLength = 20;
    private const int MachineOffset = 18;
    private const ushort Aarch64 = 183;
    private const ushort Amd64 = 62;

    private static ReadOnlySpan<byte> Magic => [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1];

    /// <returns><paramref name="folder"/>.</returns>
    /// <exception cref="InvalidOperationException">No such executable is there; the message says what makes one.</exception>
    public static string Checked(string folder, CpuArchitecture architecture)
    {
        var path = Path.Combine(folder, FileName);
        var make = $"functions/package {Name(architecture)} makes it.";
        if (!File.Exists(path))
            throw new InvalidOperationException($"{path} is not there: {make}");

        Span<byte> header = stackalloc byte[HeaderLength];
        using (var file = File.OpenRead(path))
        {
            if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith(Magic))
                throw new InvalidOperationException($"{path} is no 64-bit Linux executable: {make}");
        }

        var machine = BinaryPrimitives.ReadUInt16LittleEndian(header[MachineOffset..]);
        var wanted = architecture == CpuArchitecture.Arm64 ? Aarch64 : Amd64;
        return machine == wanted
            ? folder
            : throw new InvalidOperationException($"{path} is for {Machine(machine)}, and the stack for {Name(architecture)}: {make}");
    }

    /// <summary>As Lambda and <c>template.yaml</c> call it.</summary>
    public static string Name(CpuArchitecture architecture) => architecture == CpuArchitecture.Arm64 ? "arm64" : "x86_64";

    private static string Machine(ushort machine) => machine switch
    {
        Aarch64 => "arm64",
        Amd64 => "x86_64",
        _ => $"ELF machine {machine}",
    };
}
