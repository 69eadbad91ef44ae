namespace Jarpoint.Nodes.Sweeping;

/// <summary>What a sweep may do, seeing how the fleet is.</summary>
/// <param name="Command">Send mount commands at all: not while SSM does not tell what went out before.</param>
/// <param name="Repair">Mount again what was ready.</param>
/// <param name="Replace">Delete NodeClaims.</param>
internal sealed record Allowance(bool Command, bool Repair, bool Replace);
