namespace Jarpoint.EndToEnd.Maven;

/// <summary>A tool that resolves from a folder that is a Maven repository, checksums enforced.</summary>
internal interface IResolver
{
    /// <summary>Resolves one dependency with all it needs, into an empty cache.</summary>
    /// <param name="repository">The folder.</param>
    /// <param name="coordinates">Group, artifact and version, range or keyword, joined by colons.</param>
    Task<Resolution> ResolveAsync(string repository, string coordinates);
}
