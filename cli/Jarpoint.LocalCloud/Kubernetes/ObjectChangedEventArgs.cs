namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>An object came, changed or went.</summary>
public sealed class ObjectChangedEventArgs(StoredObject? before, StoredObject? after, long resourceVersion) : EventArgs
{
    /// <summary>Null when it was created.</summary>
    public StoredObject? Before => before;

    /// <summary>Null when it is gone.</summary>
    public StoredObject? After => after;

    /// <summary>Of the change.</summary>
    public long ResourceVersion => resourceVersion;

    public ResourceKind Kind => (After ?? Before)!.Kind;

    public string Name => (After ?? Before)!.Name;
}
