using System.Text.RegularExpressions;

namespace Jarpoint.NodeDocument;

/// <summary>What a value in user data may be made of. None may hold a quote: each stands between single ones in a shell script.</summary>
internal static partial class UserDataRules
{
    /// <summary>Variables in the order they are written, each checked.</summary>
    /// <exception cref="ArgumentException">One or more are not; the message names each.</exception>
    public static IReadOnlyList<(string Name, string Value)> Variables(UserDataSettings settings)
    {
        var wrong = new List<string>();
        var variables = new List<(string, string)>();
        Add("JARPOINT_SCRIPT_BUCKET", settings.ScriptBucket, BucketName());
        Add("JARPOINT_SCRIPT_KEY", settings.ScriptKey, Key());
        Add("JARPOINT_SCRIPT_SHA256", settings.ScriptSha256, Sha256());
        AddOptional("JARPOINT_SCRIPT_REGION", settings.ScriptRegion, Region());
        AddOptional("JARPOINT_SCRIPT_OWNER", settings.ScriptOwner, Account());
        AddOptional("JARPOINT_SCRIPT_ENDPOINT_URL", settings.ScriptEndpoint, Endpoint());
        Add("JARPOINT_MOUNTS", settings.Mounts, Mounts());
        Add("JARPOINT_DEADLINE", $"{settings.DeadlineSeconds}", Deadline());
        foreach (var (name, value) in settings.Settings.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (!SettingName().IsMatch(name) || variables.Any(one => one.Item1 == name))
                wrong.Add($"{name}: is no setting of the node script that user data does not set itself");
            else
                Add(name, value, SettingValue());
        }

        return wrong.Count == 0
            ? variables
            : throw new ArgumentException("User data: " + string.Join("; ", wrong), nameof(settings));

        void AddOptional(string name, string? value, Regex pattern)
        {
            if (value is not null)
                Add(name, value, pattern);
        }

        void Add(string name, string value, Regex pattern)
        {
            // A bucket that CloudFormation names: the shell and S3 see the name only.
            if (!pattern.IsMatch(Token().Replace(value, "token")))
                wrong.Add($"{name}: does not match {pattern}");
            variables.Add((name, value));
        }
    }

    // https://docs.aws.amazon.com/cdk/v2/guide/tokens.html: how an encoded token reads until the template is written.
    [GeneratedRegex(@"\$\{Token\[[A-Za-z0-9._:-]+\]\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._/-]{0,511}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();

    [GeneratedRegex(@"\A[a-z]{2}(-[a-z]+)+-[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    [GeneratedRegex(@"\A[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Endpoint();

    // As the node script and the SSM document have it.
    [GeneratedRegex(@"\A[a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+([ ,][a-z][a-z0-9-]*=[A-Za-z0-9._/:-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mounts();

    [GeneratedRegex(@"\A(0|[1-9]|[1-9][0-9]|[1-5][0-9]{2}|600)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"\AJARPOINT_[A-Z][A-Z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"\A[A-Za-z0-9._/:-]{1,512}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SettingValue();
}
