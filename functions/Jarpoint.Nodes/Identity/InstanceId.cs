using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Jarpoint.Nodes.Identity;

/// <summary>An EC2 instance id, such as <c>i-0123456789abcdef0</c>. There is no value that is empty or of another shape.</summary>
public sealed partial record InstanceId
{
    private readonly string value;

    private InstanceId(string value) => this.value = value;

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out InstanceId? id)
    {
        id = text is not null && Shape().IsMatch(text) ? new InstanceId(text) : null;
        return id is not null;
    }

    /// <exception cref="FormatException">Not the shape of an instance id.</exception>
    public static InstanceId Parse(string text)
        => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an EC2 instance id.");

    public override string ToString() => value;

    // 8 digits until 2016, 17 since.
    [GeneratedRegex(@"\Ai-(?:[0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
