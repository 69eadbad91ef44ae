namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>What is known of an object that is in the cluster.</summary>
/// <param name="Uid">Tells it from another of its name, before or after it.</param>
/// <param name="Owner">Value of the annotation <see cref="ObjectOwner.Annotation"/>; null without one.</param>
/// <param name="IsGoing">It is being deleted and waits for its finalizers.</param>
public sealed record LiveObject(string Uid, string? Owner, bool IsGoing);
