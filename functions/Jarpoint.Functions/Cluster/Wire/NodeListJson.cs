namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>A page of nodes.</summary>
internal sealed record NodeListJson(ListMetadataJson? Metadata, List<NodeJson>? Items);

/// <param name="Continue">Token of the next page; absent or empty at the end.</param>
internal sealed record ListMetadataJson(string? Continue);
