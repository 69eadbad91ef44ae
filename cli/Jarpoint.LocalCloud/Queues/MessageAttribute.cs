namespace Jarpoint.LocalCloud.Queues;

/// <summary>A sender's own attribute of a message.</summary>
/// <param name="DataType"><c>String</c>, <c>Number</c> or <c>Binary</c>, with an optional custom suffix.</param>
/// <param name="StringValue">The value of a string or number.</param>
/// <param name="BinaryValue">The value of a binary attribute.</param>
public sealed record MessageAttribute(string DataType, string? StringValue = null, byte[]? BinaryValue = null);
