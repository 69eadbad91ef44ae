namespace Jarpoint.LocalCloud.Notifications;

/// <summary>
/// S3 refuses a configuration in which one change could match two rules, so the laptop cloud does.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html#notification-how-to-filtering-examples-invalid
/// </summary>
internal static class RuleOverlap
{
    public static void Refuse(IReadOnlyList<NotificationRule> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = i + 1; j < rules.Count; j++)
            {
                if (Overlap(rules[i], rules[j]))
                {
                    throw new ArgumentException(
                        $"Configuration is ambiguously defined: rules {rules[i].Id} and {rules[j].Id} overlap.",
                        nameof(rules));
                }
            }
        }
    }

    private static bool Overlap(NotificationRule a, NotificationRule b)
        => (Starts(a.Prefix, b.Prefix) || Starts(b.Prefix, a.Prefix))
            && (Ends(a.Suffix, b.Suffix) || Ends(b.Suffix, a.Suffix))
            && a.Events.Any(x => b.Events.Any(y => TypesOverlap(x.TrimEnd('*'), y.TrimEnd('*'))));

    private static bool TypesOverlap(string a, string b) => Starts(a, b) || Starts(b, a);

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    private static bool Ends(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);
}
