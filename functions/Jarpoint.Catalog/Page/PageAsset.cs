namespace Jarpoint.Catalog.Page;

/// <summary>One file of the page.</summary>
/// <param name="Name">Its name below the page's prefix, such as <c>index.html</c>.</param>
/// <param name="ContentType">What browsers are told it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PageAsset(string Name, string ContentType, ReadOnlyMemory<byte> Content);
