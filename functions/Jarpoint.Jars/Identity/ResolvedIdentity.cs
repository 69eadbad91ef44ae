using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>A jar's identity, and the poms that belong to what it bundles.</summary>
internal sealed record ResolvedIdentity(JarIdentity Identity, IReadOnlyList<IdentityEvidence> Bundled);
