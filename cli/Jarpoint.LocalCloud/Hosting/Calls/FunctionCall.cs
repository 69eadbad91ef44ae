namespace Jarpoint.LocalCloud.Hosting.Calls;

/// <summary>What one function asked of AWS, in the words of IAM.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Action">Such as <c>s3:GetObject</c>: what a policy has to allow, not what the API calls it.</param>
/// <param name="Resource">An ARN; <c>*</c> where the action knows no resources.</param>
public sealed record FunctionCall(string Function, string Action, string Resource);
