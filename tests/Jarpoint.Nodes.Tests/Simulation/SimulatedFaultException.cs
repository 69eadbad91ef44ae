namespace Jarpoint.Nodes.Simulation;

/// <summary>A function was killed, or a call broke off.</summary>
internal sealed class SimulatedFaultException : Exception;
