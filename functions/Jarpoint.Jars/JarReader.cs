using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Reading;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars;

/// <summary>Reads a jar into a description. Safe for concurrent use.</summary>
public sealed class JarReader(JarReaderOptions options)
{
    /// <summary>The generation of the rules; raised when a description of the same bytes would say more.</summary>
    public const int Generation = 2;

    /// <summary>Reads <paramref name="source"/>.</summary>
    /// <param name="source">The jar's bytes.</param>
    /// <param name="fileName">
    /// The jar's file name with its extension and without folders; evidence of last resort.
    /// </param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="JarSourceChangedException">The jar changed under the read.</exception>
    public async ValueTask<JarReadOutcome> ReadAsync(
        IJarSource source, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(fileName);
        if (source.Size == 0)
        {
            return new JarReadOutcome.Rejected(RejectionReason.Empty, "The object has no bytes.");
        }

        try
        {
            var parsed = FileName.Parse(fileName);
            var contents = await ReaderFor(source.Size).ReadAsync(source, parsed, cancellationToken);
            return new JarReadOutcome.Described(JarDescriber.Describe(fileName, parsed, source.Size, contents));
        }
        catch (JarRejectedException rejected)
        {
            return new JarReadOutcome.Rejected(rejected.Reason, rejected.Message);
        }
    }

    private IJarContentsReader ReaderFor(long size)
        => size <= Math.Min(options.WholeUpTo, Array.MaxLength) ? new WholeReader(options.Limits)
            : options.Depth == JarReadDepth.Whole ? new StreamingReader(options.Limits)
            : new RangesReader(options.Limits, options.RangeBudget);
}
