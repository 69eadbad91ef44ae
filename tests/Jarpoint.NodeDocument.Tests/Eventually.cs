namespace Jarpoint.NodeDocument.Tests;

/// <summary>Waits for a state that another process brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns as soon as the state holds. The deadline is for a hang, not for speed.</summary>
    public static async Task HoldsAsync(Func<bool> state, Func<string> otherwise)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!state())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Deadline, otherwise());
            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
