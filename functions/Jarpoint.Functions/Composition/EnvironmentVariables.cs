using System.Collections;

namespace Jarpoint.Functions.Composition;

internal static class EnvironmentVariables
{
    /// <summary>Host and port of the Runtime API.</summary>
    public const string RuntimeApi = "AWS_LAMBDA_RUNTIME_API";

    /// <summary>Which function this process is.</summary>
    public const string Handler = "_HANDLER";

    /// <summary>The deployed function's name.</summary>
    public const string FunctionName = "AWS_LAMBDA_FUNCTION_NAME";

    public static IReadOnlyDictionary<string, string> Read()
        => Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty);
}
