using System.Runtime.InteropServices;
using Jarpoint.Cli;
using Jarpoint.Cli.Output;

using var interrupted = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var pressed = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

return await JarpointCommand.RunAsync(args, StandardOutput.Open(), Console.Error, interrupted.Token);

void Stop(PosixSignalContext signal)
{
    // A second signal ends the process the default way.
    signal.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
