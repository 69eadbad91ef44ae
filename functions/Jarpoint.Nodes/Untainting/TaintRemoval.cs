namespace Jarpoint.Nodes.Untainting;

/// <summary>What came of taking the startup taint off a node.</summary>
internal enum TaintRemoval
{
    /// <summary>It was there and is off.</summary>
    Removed,

    /// <summary>It was not there.</summary>
    NotThere,

    /// <summary>Karpenter has not registered the node: it would merge the taint back.</summary>
    NotRegistered,

    /// <summary>Read again, the node is not known to be mounted any more.</summary>
    NotMounted,

    /// <summary>The node, or the node of that uid, is gone or going.</summary>
    Gone,

    /// <summary>The node changed at every attempt.</summary>
    Contended,
}
