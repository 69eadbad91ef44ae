namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>The <c>aws</c> command of this computer, which Amazon Linux has on every node.</summary>
internal static class AwsProgram
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, "aws"))
        .FirstOrDefault(File.Exists);

    /// <summary>Puts it on the machine's PATH, from wherever it is here, at once: another boot may run it.</summary>
    public static string OnTheMachine { get; } =
        $"""
        set -eo pipefail
        aws=$(mktemp /run/machine/bin/aws.XXXXXX)
        printf '#!/bin/sh\nexec %s "$@"\n' '{Program}' >"$aws"
        chmod 0755 "$aws"
        mv "$aws" /run/machine/bin/aws

        """;

    public static void SkipUnlessInstalled() => Assert.SkipWhen(Program is null, "the aws command is not on the PATH");
}
