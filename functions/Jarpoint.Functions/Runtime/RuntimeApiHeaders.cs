namespace Jarpoint.Functions.Runtime;

/// <summary>Header names of the Runtime API.</summary>
internal static class RuntimeApiHeaders
{
    public const string RequestId = "Lambda-Runtime-Aws-Request-Id";

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public const string DeadlineMs = "Lambda-Runtime-Deadline-Ms";

    public const string TraceId = "Lambda-Runtime-Trace-Id";

    public const string FunctionArn = "Lambda-Runtime-Invoked-Function-Arn";

    public const string FunctionErrorType = "Lambda-Runtime-Function-Error-Type";
}
