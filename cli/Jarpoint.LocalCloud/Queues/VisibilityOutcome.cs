namespace Jarpoint.LocalCloud.Queues;

/// <summary>What came of changing a message's visibility.</summary>
public enum VisibilityOutcome
{
    Changed,

    /// <summary>The message is visible, deleted, or was received again since.</summary>
    NotInFlight,

    /// <summary>The handle does not come from this service.</summary>
    InvalidHandle,
}
