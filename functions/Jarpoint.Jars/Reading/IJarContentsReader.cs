using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Reading;

/// <summary>One way to take the contents out of a jar.</summary>
internal interface IJarContentsReader
{
    Task<JarContents> ReadAsync(IJarSource source, FileName fileName, CancellationToken cancellationToken);
}
