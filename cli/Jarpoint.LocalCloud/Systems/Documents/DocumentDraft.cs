namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>What a caller gives for a new version.</summary>
internal sealed record DocumentDraft(string Text)
{
    public string? VersionName { get; init; }

    public string? TargetType { get; init; }

    public string? DisplayName { get; init; }

    /// <exception cref="SsmException">The content is not valid.</exception>
    public DocumentVersion Version(int number, DateTimeOffset now)
        => new(number, Text, ContentReader.Read(Text), now)
        {
            VersionName = VersionName,
            TargetType = TargetType,
            DisplayName = DisplayName,
        };
}
