using System.Diagnostics;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>The <c>aws</c> command of the machine, where there is one.</summary>
internal static class AwsCli
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, "aws"))
        .FirstOrDefault(File.Exists);

    public static void SkipUnlessInstalled() => Assert.SkipWhen(Program is null, "the aws command is not on the PATH");

    public static async Task<Answer> RunAsync(string endpoint, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program!, ["--endpoint-url", endpoint, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
        [
            ("AWS_ACCESS_KEY_ID", "local"), ("AWS_SECRET_ACCESS_KEY", "local"), ("AWS_DEFAULT_REGION", "eu-west-1"),
            ("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"), ("AWS_MAX_ATTEMPTS", "1"),
            ("AWS_PAGER", ""), ("PYTHONUTF8", "1"), ("NO_PROXY", "127.0.0.1"),
        ])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancelled);
        var error = process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        return new Answer(process.ExitCode, await output, await error);
    }

    public sealed record Answer(int ExitCode, string Output, string Error)
    {
        public Answer ShouldSucceed()
        {
            ExitCode.ShouldBe(0, Error);
            return this;
        }
    }
}
