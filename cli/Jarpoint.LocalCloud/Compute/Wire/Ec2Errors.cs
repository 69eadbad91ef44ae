using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Compute.Wire;

/// <summary>
/// EC2's errors, by the codes that SDKs match on.
/// https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html
/// </summary>
internal static class Ec2Errors
{
    public static QueryException NotFound(IReadOnlyList<string> ids)
        => new(
            "InvalidInstanceID.NotFound",
            ids.Count == 1
                ? $"The instance ID '{ids[0]}' does not exist"
                : $"The instance IDs '{string.Join(", ", ids)}' do not exist");

    public static QueryException Malformed(string id)
        => new("InvalidInstanceID.Malformed", $"Invalid id: \"{id}\"");

    public static QueryException MissingParameter(string name)
        => new("MissingParameter", $"The request must contain the parameter {name}");

    public static QueryException InvalidParameterValue(string message) => new("InvalidParameterValue", message);

    public static QueryException InvalidParameterCombination(string message)
        => new("InvalidParameterCombination", message);

    public static QueryException FilterLimitExceeded(int most)
        => new("FilterLimitExceeded", $"The maximum number of filter values specified on a single call is {most}");

    public static QueryException UnknownFilter(string name)
        => new("InvalidParameterValue", $"The filter '{name}' is invalid or not emulated by Jarpoint's laptop cloud");

    public static QueryException IdempotentParameterMismatch()
        => new(
            "IdempotentParameterMismatch",
            "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");

    public static QueryException InvalidNextToken() => new("InvalidParameterValue", "The token is not valid.");

    public static QueryException Throttled() => new("RequestLimitExceeded", "Request limit exceeded.", 503);

    public static QueryException NotEmulated(string what)
        => new("InvalidAction", $"Jarpoint's laptop cloud does not emulate {what} of EC2.", 501);
}
