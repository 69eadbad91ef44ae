using System.Globalization;
using Jarpoint.LocalCloud.Systems.Documents;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>The actions on documents.</summary>
internal sealed class DocumentActions(SystemsManager systems)
{
    public object Create(SsmRequest request)
    {
        var name = Constraint.Required(request.Name, "name");
        if (request.DocumentType is not (null or "Command"))
            throw SsmErrors.NotEmulated($"documents of type {request.DocumentType}");

        var document = systems.Documents.Create(name, Draft(request));
        return new DocumentDescriptionResponse(Describe(document, document.Latest));
    }

    public object Update(SsmRequest request)
    {
        var document = systems.Documents.Update(
            Constraint.Required(request.Name, "name"), request.DocumentVersion, Draft(request));
        return new DocumentDescriptionResponse(Describe(document, document.Latest));
    }

    public object SetDefault(SsmRequest request)
    {
        var document = systems.Documents.SetDefault(
            Constraint.Required(request.Name, "name"),
            Constraint.Required(request.DocumentVersion, "documentVersion"));
        return new DefaultVersionResponse(new(
            document.Name, Text(document.DefaultVersion), document.Find(null).VersionName));
    }

    public object Get(SsmRequest request)
    {
        var document = systems.Documents.Find(Constraint.Required(request.Name, "name"));
        RequireJson(request);
        var version = Version(document, request);
        return new WireDocumentContent
        {
            Name = document.Name,
            DisplayName = version.DisplayName,
            VersionName = version.VersionName,
            CreatedDate = WireTime.Seconds(version.CreatedAt),
            DocumentVersion = Text(version.Number),
            Content = version.Text,
        };
    }

    public object Describe(SsmRequest request)
    {
        var document = systems.Documents.Find(Constraint.Required(request.Name, "name"));
        return new DescribedDocumentResponse(Describe(document, Version(document, request)));
    }

    public object Delete(SsmRequest request)
    {
        if (request.VersionName is not null)
            throw SsmErrors.NotEmulated("DeleteDocument by VersionName");

        systems.Documents.Delete(Constraint.Required(request.Name, "name"), request.DocumentVersion);
        return new EmptyResponse();
    }

    private static DocumentVersion Version(Document document, SsmRequest request)
        => request.VersionName is not { } name
            ? document.Find(request.DocumentVersion)
            : document.Versions.FirstOrDefault(version => version.VersionName == name)
                ?? throw SsmErrors.InvalidDocumentVersion(name);

    private static DocumentDraft Draft(SsmRequest request)
    {
        RequireJson(request);
        return new DocumentDraft(Constraint.Required(request.Content, "content"))
        {
            VersionName = request.VersionName,
            TargetType = request.TargetType,
            DisplayName = request.DisplayName,
        };
    }

    private static void RequireJson(SsmRequest request)
    {
        if (request.DocumentFormat is not (null or "JSON"))
            throw SsmErrors.NotEmulated($"the document format {request.DocumentFormat}");
    }

    private WireDocument Describe(Document document, DocumentVersion version) => new()
    {
        Name = document.Name,
        DisplayName = version.DisplayName,
        VersionName = version.VersionName,
        Owner = systems.Account.Id,
        CreatedDate = WireTime.Seconds(version.CreatedAt),
        DocumentVersion = Text(version.Number),
        Description = version.Content.Description,
        Parameters = [.. version.Content.Parameters.Select(Describe)],
        LatestVersion = Text(document.Latest.Number),
        DefaultVersion = Text(document.DefaultVersion),
        TargetType = version.TargetType,
        Hash = version.Hash,
    };

    private static WireParameter Describe(DocumentParameter parameter)
        => new(
            parameter.Name,
            parameter.Kind == ParameterKind.StringList ? "StringList" : "String",
            parameter.Description,
            parameter.Default is { } values ? string.Join(',', values) : null);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
