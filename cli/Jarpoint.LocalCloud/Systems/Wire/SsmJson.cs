using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>Shapes of the AWS JSON 1.1 protocol: times are seconds since 1970 with a fraction.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SsmRequest))]
[JsonSerializable(typeof(EmptyResponse))]
[JsonSerializable(typeof(DocumentDescriptionResponse))]
[JsonSerializable(typeof(DescribedDocumentResponse))]
[JsonSerializable(typeof(DefaultVersionResponse))]
[JsonSerializable(typeof(WireDocumentContent))]
[JsonSerializable(typeof(InstancesResponse))]
[JsonSerializable(typeof(PropertiesResponse))]
[JsonSerializable(typeof(SentCommandResponse))]
[JsonSerializable(typeof(CommandsResponse))]
[JsonSerializable(typeof(InvocationsResponse))]
[JsonSerializable(typeof(WireStep))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class SsmJson : JsonSerializerContext;
