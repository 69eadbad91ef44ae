using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.S3.Requests;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.S3;

/// <summary>
/// The faults S3 is documented to show, drawn from one seed. Requests signed with <see cref="ExemptAccessKeyId"/> are
/// spared, so that the host's own traffic and a test's observations are not disturbed.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Faults are drawn from a seed to be repeatable.")]
public sealed class S3Faults(ChaosOptions options)
{
    /// <summary>The access key id of clients that no fault befalls.</summary>
    public const string ExemptAccessKeyId = "chaos-exempt";

    private readonly Random random = new(options.Seed);
    private readonly Lock drawing = new();
    private readonly ConcurrentDictionary<string, bool> denied = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, S3Trouble> troubles = new(StringComparer.Ordinal);

    /// <summary>Reads of matching keys answer 403 AccessDenied until allowed again.</summary>
    /// <param name="keyPattern">With <c>*</c> and <c>?</c>; a backslash takes away their meaning.</param>
    public void DenyRead(string keyPattern) => denied[keyPattern] = true;

    public void AllowRead(string keyPattern) => denied.TryRemove(keyPattern, out _);

    /// <summary>Every request signed with this access key meets the trouble until it is relieved.</summary>
    public void Befall(string accessKeyId, S3Trouble trouble) => troubles[accessKeyId] = trouble;

    public void Relieve(string accessKeyId) => troubles.TryRemove(accessKeyId, out _);

    /// <summary>What an access key meets; null for nothing.</summary>
    internal S3Trouble? TroubleOf(string? accessKeyId)
        => accessKeyId is not null && troubles.TryGetValue(accessKeyId, out var trouble) ? trouble : null;

    /// <summary>Throws a fault before anything is done, or marks the exchange to lose its answer afterwards.</summary>
    internal void Strike(S3Exchange exchange, string? key)
    {
        if (exchange.Aws.AccessKeyId == ExemptAccessKeyId)
            return;

        switch (TroubleOf(exchange.Aws.AccessKeyId))
        {
            case S3Trouble.SlowDown:
                throw S3Errors.SlowDown();
            case S3Trouble.Denied:
                throw S3Errors.AccessDenied();
        }

        var isRead = HttpMethods.IsGet(exchange.Request.Method) || HttpMethods.IsHead(exchange.Request.Method);
        if (isRead && key is not null
            && denied.Keys.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, key, ignoreCase: false)))
        {
            throw S3Errors.AccessDenied();
        }

        if (Draw(options.SlowDown))
            throw S3Errors.SlowDown();
        if (isRead)
            return;

        var condition = exchange.Header("If-None-Match") is not null ? "If-None-Match"
            : exchange.Header("If-Match") is not null ? "If-Match" : null;
        if (condition is not null && Draw(options.Conflicts))
            throw S3Errors.ConditionalRequestConflict(condition, key ?? "");

        exchange.DropsAnswer = Draw(options.DroppedResponses);
    }

    // A rate of zero draws nothing: switching one fault on does not shift the others.
    private bool Draw(double rate)
    {
        if (rate <= 0)
            return false;
        lock (drawing)
            return random.NextDouble() < rate;
    }
}
