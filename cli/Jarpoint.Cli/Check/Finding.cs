using System.Text.Json.Serialization;

namespace Jarpoint.Cli.Check;

/// <summary>What a rule found.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Source">The rule's source.</param>
internal sealed record Finding(string Severity, string Rule, string Message, string Source);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Finding))]
internal sealed partial class CheckJson : JsonSerializerContext;
