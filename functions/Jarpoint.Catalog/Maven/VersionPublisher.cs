using System.Security.Cryptography;
using System.Text;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Maven;

/// <summary>
/// Puts versions into the repository and takes them out. Checksums are SHA-1, which every resolver asks for first, and
/// SHA-256 where that is wished: <c>docs/decisions/0051-a-maven-repository-in-six-calls.md</c>.
/// </summary>
internal sealed class VersionPublisher(
    IObjectStore store, IObjectCopier copier, DescriptionCache descriptions, Sha256Files sha256, TimeProvider time)
{
    private const int Attempts = 10;
    private const string Jar = "application/java-archive";
    private const string Xml = "application/xml";
    private const string PlainText = "text/plain";

    private static readonly PutCondition Always = new PutCondition.None();

    private readonly BackOff backOff = new(time);

    /// <returns>False when the jar is not there any more: a later fact of the catalog says so.</returns>
    public async Task<bool> PublishAsync(RepositoryStep.Publish step, CancellationToken cancellationToken)
    {
        var key = MavenLayout.Jar(step.Coordinates);
        if (step.Bytes)
        {
            if (await CopyAsync(step.Jar, key, cancellationToken) is not { } sha1)
            {
                return false;
            }

            await PutTextAsync(MavenLayout.Sha1(key), sha1, cancellationToken);
        }

        await FollowSha256Async(
            key,
            async () => step.Jar.Jar!.Sha256 ?? await HashAsync(new ObjectReference(key), HashAlgorithmName.SHA256, cancellationToken),
            cancellationToken);
        var description = await DescriptionAsync(step.Jar, cancellationToken);
        await PutXmlAsync(
            MavenLayout.Pom(step.Coordinates), PomDocument.Of(step.Coordinates, description), cancellationToken);
        return true;
    }

    public async Task IndexAsync(
        MavenArtifact artifact, IReadOnlyDictionary<string, CatalogFact> versions, CancellationToken cancellationToken)
    {
        var key = MavenLayout.Metadata(artifact);
        if (versions.Count > 0)
        {
            var updated = versions.Values.Max(static jar => jar.At);
            await PutXmlAsync(key, MetadataDocument.Of(artifact, versions.Keys, updated), cancellationToken);
            return;
        }

        await DeleteAsync(key, cancellationToken);
    }

    public async Task RemoveAsync(MavenCoordinates coordinates, CancellationToken cancellationToken)
    {
        await DeleteAsync(MavenLayout.Jar(coordinates), cancellationToken);
        await DeleteAsync(MavenLayout.Pom(coordinates), cancellationToken);
    }

    private async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(key, cancellationToken);
        await store.DeleteAsync(MavenLayout.Sha1(key), cancellationToken);
        if (sha256 is not Sha256Files.None)
        {
            await store.DeleteAsync(MavenLayout.Sha256(key), cancellationToken);
        }
    }

    /// <returns>The SHA-1 of the copy; null when the source is gone.</returns>
    private async Task<string?> CopyAsync(CatalogFact jar, string key, CancellationToken cancellationToken)
    {
        var source = new ObjectReference(jar.Key, jar.VersionId, jar.ETag);
        return await copier.CopyAsync(source, key, Jar, cancellationToken) switch
        {
            CopyOutcome.Copied { Sha1: { } sha1 } => sha1,
            // A store that computes no checksum of a copy: AWS does.
            CopyOutcome.Copied => await HashAsync(source, HashAlgorithmName.SHA1, cancellationToken),
            _ => null,
        };
    }

    /// <returns>Null when the object is gone.</returns>
    private async Task<string?> HashAsync(
        ObjectReference source, HashAlgorithmName algorithm, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(source, cancellationToken) is not GetOutcome.Found found)
        {
            return null;
        }

        await using var content = found.Content;
        return Convert.ToHexStringLower(
            await CryptographicOperations.HashDataAsync(algorithm, content, cancellationToken));
    }

    private async Task<JarDescription?> DescriptionAsync(CatalogFact jar, CancellationToken cancellationToken)
        => await descriptions.GetAsync(jar.Jar!.Description, cancellationToken) is DescriptionOutcome.Found(var description)
            ? description
            : null;

    // The checksum last: a reader in between finds a stale one and refuses, and never the other way round takes what is
    // wrong for checked.
    private async Task PutXmlAsync(string key, byte[] content, CancellationToken cancellationToken)
    {
        await PutAsync(key, content, Xml, cancellationToken);
        await PutTextAsync(MavenLayout.Sha1(key), Convert.ToHexStringLower(SHA1.HashData(content)), cancellationToken);
        await FollowSha256Async(
            key, () => Task.FromResult<string?>(Convert.ToHexStringLower(SHA256.HashData(content))), cancellationToken);
    }

    private async Task FollowSha256Async(string key, Func<Task<string?>> digest, CancellationToken cancellationToken)
    {
        if (sha256 is Sha256Files.Written && await digest() is { } found)
        {
            await PutTextAsync(MavenLayout.Sha256(key), found, cancellationToken);
        }
        else if (sha256 is Sha256Files.Removed)
        {
            await store.DeleteAsync(MavenLayout.Sha256(key), cancellationToken);
        }
    }

    private Task PutTextAsync(string key, string content, CancellationToken cancellationToken)
        => PutAsync(key, Encoding.ASCII.GetBytes(content), PlainText, cancellationToken);

    private async Task PutAsync(string key, byte[] content, string contentType, CancellationToken cancellationToken)
    {
        var write = new ObjectWrite(key, content, Always) { ContentType = contentType, CacheControl = "no-cache" };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.PutAsync(write, cancellationToken) is PutOutcome.Stored)
            {
                return;
            }

            await backOff.DelayAsync(attempt, cancellationToken);
        }

        throw new CatalogContentionException($"{key} was in conflict {Attempts} times.");
    }
}
