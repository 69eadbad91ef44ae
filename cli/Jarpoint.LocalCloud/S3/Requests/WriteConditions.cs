using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>The conditions of writes and deletes, with S3's 501 for the combinations it does not take.</summary>
internal static class WriteConditions
{
    public static WriteCondition OfWrite(S3Exchange exchange)
    {
        var match = exchange.Header("If-Match");
        var noneMatch = exchange.Header("If-None-Match");
        if (match is not null && noneMatch is not null)
            throw S3Errors.ConditionNotImplemented("If-Match,If-None-Match");
        if (noneMatch is not null)
            return noneMatch == "*" ? new WriteCondition.Absent() : throw S3Errors.ConditionNotImplemented("If-None-Match");
        if (match is null)
            return WriteCondition.Always;

        return match == "*"
            ? throw S3Errors.ConditionNotImplemented("If-Match")
            : new WriteCondition.Matches(match.Trim('"'));
    }

    public static WriteCondition OfDelete(S3Exchange exchange)
    {
        foreach (var header in (ReadOnlySpan<string>)
            ["If-None-Match", "x-amz-if-match-size", "x-amz-if-match-last-modified-time"])
        {
            if (exchange.Header(header) is not null)
                throw S3Errors.ConditionNotImplemented(header);
        }

        return OfETag(exchange.Header("If-Match"));
    }

    public static WriteCondition OfETag(string? match) => match switch
    {
        null => WriteCondition.Always,
        "*" => new WriteCondition.Present(),
        _ => new WriteCondition.Matches(match.Trim('"')),
    };
}
