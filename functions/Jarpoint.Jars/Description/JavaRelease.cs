namespace Jarpoint.Jars.Description;

/// <summary>The oldest Java release that can load every unversioned class.</summary>
/// <param name="Release">Java release: class file major version less 44 (8 = 52, 17 = 61).</param>
/// <param name="Exact">True when every class header was read, false when classes were sampled.</param>
public sealed record JavaRelease(int Release, bool Exact);

/// <summary>Scala binary version, such as <c>2.12</c> or <c>3</c>.</summary>
/// <param name="Binary">The binary version.</param>
/// <param name="Evidence">Where it was seen, such as the artifact suffix or a declared scala-library.</param>
public sealed record ScalaVersion(string Binary, string Evidence);

/// <summary>The Java module a jar is on the module path.</summary>
/// <param name="Name">The module's name; null when <c>module-info.class</c> was not read.</param>
/// <param name="Automatic">True for <c>Automatic-Module-Name</c>, false for <c>module-info.class</c>.</param>
public sealed record JavaModule(string? Name, bool Automatic);
