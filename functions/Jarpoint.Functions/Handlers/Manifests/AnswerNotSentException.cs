namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>CloudFormation does not know what became of its request. Lambda delivers it again.</summary>
internal sealed class AnswerNotSentException(string requestId, string reason)
    : IOException($"the answer to request {requestId} of CloudFormation is not delivered: {reason}");
