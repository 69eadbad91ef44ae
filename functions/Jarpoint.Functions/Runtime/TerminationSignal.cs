using System.Runtime.InteropServices;

namespace Jarpoint.Functions.Runtime;

/// <summary>
/// Turns SIGTERM and SIGINT into a graceful end: the event at work is finished, no further one is taken. Lambda sends
/// SIGTERM to functions with extensions; the laptop cloud and a terminal send either.
/// </summary>
internal sealed class TerminationSignal : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly List<PosixSignalRegistration> registrations;

    public TerminationSignal()
        => registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        ];

    public CancellationToken Stopping => stopping.Token;

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        stopping.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        // Without this the runtime ends the process on return.
        signal.Cancel = true;
        stopping.Cancel();
    }
}
