using System.Diagnostics;
using System.Runtime.Versioning;
using Jarpoint.Cdk.Tests.Synthesis;
using Jarpoint.Tests;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Cdk.Tests;

/// <summary><c>cdk/demo/install</c> with stand-ins for helm and kubectl that write down how they are called.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DemoInstallTests(Synthesized synthesized)
{
    private static readonly string Demo = Path.Combine(Repository.Root, "cdk", "demo");

    [Fact]
    public void Every_chart_is_installed_in_a_pinned_version_with_its_values()
    {
        var (code, calls) = Install("spark", "queue-1");

        code.ShouldBe(0);
        var charts = calls.Where(call => call.StartsWith("helm ", StringComparison.Ordinal)).ToList();
        charts.Select(call => call.Split(' ')[3]).ShouldBe(
            ["karpenter-crd", "karpenter", "kube-prometheus-stack", "spark-operator", "yunikorn"]);
        charts.ShouldAllBe(call => System.Text.RegularExpressions.Regex.IsMatch(call, @" --version \d+\.\d+\.\d+ "));
        charts[1].ShouldContain("settings.clusterName=spark");
        charts[1].ShouldContain("settings.interruptionQueue=queue-1");
        Directory.EnumerateFiles(Path.Combine(Demo, "values")).ShouldAllBe(
            path => charts.Any(call => call.Contains($"--values {path}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_its_arguments_it_says_how_it_is_used()
    {
        var (code, calls) = Install("spark");

        code.ShouldBe(2);
        calls.ShouldBeEmpty();
    }

    [Fact]
    public void The_values_are_yaml()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Demo, "values")))
        {
            using var reader = File.OpenText(path);
            Should.NotThrow(() => new YamlStream().Load(reader), path);
        }
    }

    private (int Code, string[] Calls) Install(params string[] arguments)
    {
        var folder = synthesized.NewFolder($"install-{arguments.Length}");
        var log = Path.Combine(folder, "calls");
        File.WriteAllText(log, string.Empty);
        foreach (var program in (string[])["helm", "kubectl"])
        {
            var path = Path.Combine(folder, program);
            File.WriteAllText(path, $"#!/bin/sh\necho {program} \"$@\" >>'{log}'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo("bash", [Path.Combine(Demo, "install"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, File.ReadAllLines(log));
    }
}
