using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Logging;

/// <summary>
/// Logs JSON lines. The console provider of the framework would start a thread and lose its queue when Lambda
/// freezes or kills the process; these lines are out before the call returns.
/// </summary>
internal sealed class JsonLoggerProvider(LogLines lines, InvocationCorrelation correlation, TimeProvider clock)
    : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new JsonLogger(categoryName, lines, correlation, scopes, clock);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
        // Nothing is held: standard output belongs to the process.
    }
}
