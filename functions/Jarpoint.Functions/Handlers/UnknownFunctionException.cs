namespace Jarpoint.Functions.Handlers;

/// <summary><c>_HANDLER</c> names no function of this executable.</summary>
public sealed class UnknownFunctionException(string name)
    : Exception($"_HANDLER is '{name}' and must be one of {string.Join(", ", FunctionRegistry.Names)}");
