using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>The Command documents of the account.</summary>
internal sealed partial class DocumentShelf(TimeProvider time)
{
    private const int MostVersions = 1_000;

    private readonly ConcurrentDictionary<string, Document> documents = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public Document Create(string name, DocumentDraft draft)
    {
        if (!DocumentName().IsMatch(name))
            throw SsmErrors.Validation(
                $"Value '{name}' at 'name' failed to satisfy constraint: ^[a-zA-Z0-9_\\-.]{{3,128}}$");

        if (ReservedPrefix().IsMatch(name))
            throw SsmErrors.Validation($"Value '{name}' at 'name' has a prefix reserved by AWS.");

        var document = new Document(name, [draft.Version(1, time.GetUtcNow())], 1);
        return documents.TryAdd(name, document) ? document : throw SsmErrors.DocumentAlreadyExists(name);
    }

    /// <summary>Adds a version on top of the latest. The default version stays.</summary>
    public Document Update(string name, string? onto, DocumentDraft draft)
    {
        lock (gate)
        {
            var document = Find(name);
            if (document.Find(onto ?? "$LATEST") != document.Latest)
                throw SsmErrors.InvalidDocumentVersion(onto!);

            if (document.Versions.Any(version => version.Text == draft.Text))
                throw SsmErrors.DuplicateContent();

            if (document.Versions.Count == MostVersions)
                throw new SsmException(
                    "DocumentVersionLimitExceeded", $"A document has at most {MostVersions} versions.");

            var added = draft.Version(document.Latest.Number + 1, time.GetUtcNow());
            return documents[name] = document with { Versions = [.. document.Versions, added] };
        }
    }

    public Document SetDefault(string name, string version)
    {
        lock (gate)
        {
            var document = Find(name);
            return documents[name] = document with { DefaultVersion = document.Find(version).Number };
        }
    }

    /// <summary>Deletes a document, or one version that is not the default.</summary>
    public void Delete(string name, string? version)
    {
        lock (gate)
        {
            var document = Find(name);
            if (version is null)
            {
                documents.TryRemove(name, out _);
                return;
            }

            var deleted = document.Find(version);
            if (deleted.Number == document.DefaultVersion)
                throw SsmErrors.InvalidDocumentOperation("The default version of a document cannot be deleted.");

            documents[name] = document with { Versions = [.. document.Versions.Where(kept => kept != deleted)] };
        }
    }

    /// <param name="nameOrArn">Name, or <c>arn:aws:ssm:region:account:document/name</c>.</param>
    /// <exception cref="SsmException">InvalidDocument.</exception>
    public Document Find(string nameOrArn)
    {
        var name = nameOrArn.StartsWith("arn:", StringComparison.Ordinal)
            ? nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..]
            : nameOrArn;
        return documents.TryGetValue(name, out var document) ? document : throw SsmErrors.InvalidDocument(nameOrArn);
    }

    public bool Has(string name) => documents.ContainsKey(name);

    [GeneratedRegex(@"\A[a-zA-Z0-9_\-.]{3,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentName();

    [GeneratedRegex(@"\A(aws|amazon|amzn)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReservedPrefix();
}
