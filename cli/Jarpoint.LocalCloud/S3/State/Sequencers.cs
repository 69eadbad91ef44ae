using System.Globalization;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>
/// Sequencers in the shape of real ones: seconds and a fraction, in hexadecimal, 16 to 18 digits. S3 promises growth
/// for one key after left-padding and nothing about the length, so the length differs on purpose.
/// </summary>
internal sealed class Sequencers(TimeProvider clock)
{
    private ulong last;

    public string Next()
    {
        var now = clock.GetUtcNow() - DateTimeOffset.UnixEpoch;
        var seconds = (ulong)now.Ticks / TimeSpan.TicksPerSecond;
        var fraction = ((ulong)now.Ticks % TimeSpan.TicksPerSecond << 32) / TimeSpan.TicksPerSecond;
        last = Math.Max(last + 1, (seconds << 32) | fraction);
        var width = 16 + (int)(last % 3);
        return last.ToString("X", CultureInfo.InvariantCulture).PadLeft(width, '0');
    }

    /// <summary>Never falls behind a sequencer of an earlier process.</summary>
    public void Observe(string sequencer) =>
        last = Math.Max(last, ulong.Parse(sequencer, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
