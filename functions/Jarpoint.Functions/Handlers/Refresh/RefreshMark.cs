namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>How far the nodes were told.</summary>
/// <param name="Revision">They know the commits up to this one; 0 when nobody knows.</param>
/// <param name="ClaimedAt">When somebody set out to tell them of more; null when nobody did.</param>
/// <param name="ETag">Of the stored mark; null when there is none.</param>
internal sealed record RefreshMark(long Revision, DateTimeOffset? ClaimedAt, string? ETag);
