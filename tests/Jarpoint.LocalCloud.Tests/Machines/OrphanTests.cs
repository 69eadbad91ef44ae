using System.Diagnostics;
using Jarpoint.LocalCloud.Machines.Namespaces;

namespace Jarpoint.LocalCloud.Tests.Machines;

/// <summary>What is left when a laptop cloud is killed: its process is played by one that holds a machine as it does.</summary>
public sealed class OrphanTests
{
    [Fact]
    public async Task A_machine_ends_with_whoever_holds_it_however_that_ended()
    {
        await using var bench = await MachineBench.StartAsync();
        var machine = MachineProcess.StartInfo("orphan", homeMib: 16);

        // The holder keeps the write end of a pipe, as the laptop cloud does, and is killed with SIGKILL.
        var start = new ProcessStartInfo("bash", ["-c", "exec 3> >(exec \"$@\"); exec sleep 1005", "holder", machine.FileName])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = machine.WorkingDirectory,
        };
        foreach (var argument in machine.ArgumentList)
        {
            start.ArgumentList.Add(argument);
        }

        using var holder = Process.Start(start)!;
        var init = int.Parse(
            (await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!,
            System.Globalization.CultureInfo.InvariantCulture);
        using var daemon = await MountInAsync(init, bench.Endpoint);
        MountDaemons.Of(init).ShouldHaveSingleItem();

        Signals.Send(holder.Id, Signals.Kill);

        await Eventually.HoldsAsync(() => !Directory.Exists($"/proc/{init}"), () => "the machine outlives its holder");
        await Eventually.HoldsAsync(() => daemon.HasExited, () => "the daemon outlives its machine");
    }

    private static async Task<Process> MountInAsync(int init, Uri endpoint)
    {
        var start = new ProcessStartInfo(
            "nsenter",
            [
                "--target", $"{init}", "--mount", "--pid", "bash", "-c",
                "mkdir /mnt/jars && exec s3fs bucket /mnt/jars -f -o \"url=$AWS_ENDPOINT_URL,use_path_request_style\"",
            ]);
        start.Environment["AWS_ACCESS_KEY_ID"] = "local";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "local";
        start.Environment["AWS_ENDPOINT_URL"] = endpoint.GetLeftPart(UriPartial.Authority);
        var process = Process.Start(start)!;
        await Eventually.HoldsAsync(
            () => File.ReadAllText($"/proc/{init}/mountinfo").Contains(" /mnt/jars ", StringComparison.Ordinal),
            () => "s3fs does not mount");
        return process;
    }
}
