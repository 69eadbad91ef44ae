namespace Jarpoint.LocalCloud.Systems;

/// <summary>
/// The service's errors, by the codes that SDKs match on.
/// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html#API_SendCommand_Errors
/// </summary>
internal static class SsmErrors
{
    public static SsmException InvalidContent(string message) => new("InvalidDocumentContent", message);

    public static SsmException InvalidSchemaVersion(string message) => new("InvalidDocumentSchemaVersion", message);

    public static SsmException TooLarge(int bytes, int most)
        => new("MaxDocumentSizeExceeded", $"The document and its parameters have {bytes} bytes; the limit is {most}.");

    public static SsmException DocumentAlreadyExists(string name)
        => new("DocumentAlreadyExists", $"Document with same name {name} already exists.");

    public static SsmException DuplicateContent()
        => new("DuplicateDocumentContent", "The content of the document version is that of an earlier one.");

    public static SsmException InvalidDocument(string name)
        => new("InvalidDocument", $"Document with name {name} does not exist.");

    public static SsmException InvalidDocumentVersion(string version)
        => new("InvalidDocumentVersion", $"The document version {version} is not valid or does not exist.");

    public static SsmException InvalidDocumentOperation(string message) => new("InvalidDocumentOperation", message);

    public static SsmException InvalidParameters(string message) => new("InvalidParameters", message);

    public static SsmException InvalidInstances(IEnumerable<string> ids)
        => new("InvalidInstanceId", $"Instances [[{string.Join(", ", ids)}]] not in a valid state for account.");

    public static SsmException DuplicateInstance(string id)
        => new("DuplicateInstanceId", $"The instance id {id} is there twice.");

    public static SsmException InvalidCommand(string id)
        => new("InvalidCommandId", $"The command {id} does not exist.");

    public static SsmException InvocationDoesNotExist(string command, string instance)
        => new("InvocationDoesNotExist", $"The command {command} has no invocation on {instance}.");

    public static SsmException InvalidPluginName(string? name)
        => new("InvalidPluginName", $"The document has no step '{name}', or it has several and none was named.");

    public static SsmException InvalidFilterKey(string? key) => new("InvalidFilterKey", $"Invalid filter key: {key}.");

    public static SsmException InvalidFilterValue(string message)
        => new("InvalidInstanceInformationFilterValue", message);

    public static SsmException InvalidPropertyValue(string message)
        => new("InvalidInstancePropertyFilterValue", message);

    public static SsmException InvalidNextToken() => new("InvalidNextToken", "The specified token is not valid.");

    public static SsmException Validation(string message)
        => new("ValidationException", "1 validation error detected: " + message);

    public static SsmException Serialization(string message) => new("SerializationException", message);

    public static SsmException Throttling() => new("ThrottlingException", "Rate exceeded");

    /// <summary>What the laptop cloud leaves out says so instead of pretending.</summary>
    public static SsmException NotEmulated(string what)
        => new("NotImplemented", $"Jarpoint's laptop cloud does not emulate {what} of Systems Manager.", 501);
}
