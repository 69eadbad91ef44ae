namespace Jarpoint.LocalCloud.Systems.Wire;

internal sealed record EmptyResponse;

internal sealed record DocumentDescriptionResponse(WireDocument DocumentDescription);

internal sealed record DescribedDocumentResponse(WireDocument Document);

internal sealed record DefaultVersionResponse(WireDefaultVersion Description);

internal sealed record WireDefaultVersion(string Name, string DefaultVersion, string? DefaultVersionName);

internal sealed record WireDocument
{
    public required string Name { get; init; }

    public string? DisplayName { get; init; }

    public string? VersionName { get; init; }

    public required string Owner { get; init; }

    public required double CreatedDate { get; init; }

    public string Status { get; init; } = "Active";

    public required string DocumentVersion { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<WireParameter> Parameters { get; init; }

    public IReadOnlyList<string> PlatformTypes { get; init; } = ["Linux", "MacOS"];

    public string DocumentType { get; init; } = "Command";

    public string SchemaVersion { get; init; } = "2.2";

    public required string LatestVersion { get; init; }

    public required string DefaultVersion { get; init; }

    public string DocumentFormat { get; init; } = "JSON";

    public string? TargetType { get; init; }

    public required string Hash { get; init; }

    public string HashType { get; init; } = "Sha256";
}

internal sealed record WireParameter(string Name, string Type, string Description, string? DefaultValue);

internal sealed record WireDocumentContent
{
    public required string Name { get; init; }

    public string? DisplayName { get; init; }

    public string? VersionName { get; init; }

    public required double CreatedDate { get; init; }

    public required string DocumentVersion { get; init; }

    public string Status { get; init; } = "Active";

    public required string Content { get; init; }

    public string DocumentType { get; init; } = "Command";

    public string DocumentFormat { get; init; } = "JSON";
}
