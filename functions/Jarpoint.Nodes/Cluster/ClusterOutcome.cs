namespace Jarpoint.Nodes.Cluster;

/// <summary>What came of one conditional write.</summary>
public enum ClusterOutcome
{
    Done,

    /// <summary>The object is not what it was when it was read; read it again.</summary>
    Conflict,

    /// <summary>The object, or the object of that uid, does not exist any more.</summary>
    Gone,
}
