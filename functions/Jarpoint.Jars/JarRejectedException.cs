using System.Diagnostics.CodeAnalysis;

namespace Jarpoint.Jars;

/// <summary>
/// Carries a rejection from the depth of a parser to <see cref="JarReader"/>, the only place that sees it.
/// </summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the library.")]
internal sealed class JarRejectedException(RejectionReason reason, string detail) : Exception(detail)
{
    public RejectionReason Reason { get; } = reason;
}
