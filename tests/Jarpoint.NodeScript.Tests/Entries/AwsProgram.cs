namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>The <c>aws</c> command of this computer, which Amazon Linux has on every node.</summary>
internal static class AwsProgram
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, "aws"))
        .FirstOrDefault(File.Exists);

    /// <summary>Puts it on the machine's PATH, from wherever it is here.</summary>
    public static string OnTheMachine { get; } =
        $"""
        printf '#!/bin/sh\nexec %s "$@"\n' '{Program}' >/run/machine/bin/aws
        chmod 0755 /run/machine/bin/aws
        set -o pipefail

        """;

    public static void SkipUnlessInstalled() => Assert.SkipWhen(Program is null, "the aws command is not on the PATH");
}
