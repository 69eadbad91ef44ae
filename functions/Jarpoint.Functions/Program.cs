using Jarpoint.Functions.Composition;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Runtime;

using var termination = new TerminationSignal();
using var output = Console.OpenStandardOutput();
return await Bootstrap.RunAsync(
    EnvironmentVariables.Read(), new LogLines(output), TimeProvider.System, termination.Stopping);
