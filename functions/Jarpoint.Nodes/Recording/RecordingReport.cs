namespace Jarpoint.Nodes.Recording;

/// <summary>What came of a batch of reports.</summary>
/// <param name="Outcomes">One for each report, in their order.</param>
/// <param name="LaunchToReady">Of the nodes that became ready by this batch: from EC2's launch time to now.</param>
public sealed record RecordingReport(IReadOnlyList<RecordOutcome> Outcomes, IReadOnlyList<TimeSpan> LaunchToReady);
