namespace Jarpoint.Catalog.Snapshots;

/// <summary>A document that states nothing but a revision.</summary>
internal interface IRevisionDocument<TSelf>
    where TSelf : IRevisionDocument<TSelf>
{
    long Revision { get; }

    static abstract TSelf Of(long revision);
}
