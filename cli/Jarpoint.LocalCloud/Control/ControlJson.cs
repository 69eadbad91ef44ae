using System.Text.Json.Serialization;
using Jarpoint.LocalCloud.Fleet;

namespace Jarpoint.LocalCloud.Control;

/// <summary>JSON of the control API, for both of its sides.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ControlAnswer))]
[JsonSerializable(typeof(FleetNode))]
public sealed partial class ControlJson : JsonSerializerContext;
