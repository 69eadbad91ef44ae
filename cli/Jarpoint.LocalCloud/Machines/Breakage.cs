namespace Jarpoint.LocalCloud.Machines;

/// <summary>A way to break the mounts of a machine on purpose.</summary>
public enum Breakage
{
    /// <summary>SIGKILL to the mount daemon, as the OOM killer does.</summary>
    Kill,

    /// <summary>SIGSTOP to the mount daemon: it hangs.</summary>
    Freeze,

    /// <summary>Unmounted by hand.</summary>
    Unmount,

    /// <summary>S3 answers the machine with 503 SlowDown until it is mended.</summary>
    Throttle,

    /// <summary>The file system of the cache is full until it is mended.</summary>
    Full,

    /// <summary>Takes <see cref="Throttle"/>, <see cref="Full"/> and <see cref="Freeze"/> back.</summary>
    Mend,
}
