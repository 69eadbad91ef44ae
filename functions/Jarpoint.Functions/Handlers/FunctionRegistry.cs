using Jarpoint.Functions.Handlers.Manifests;
using Jarpoint.Functions.Handlers.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Handlers;

/// <summary>The functions this executable holds, by the name <c>_HANDLER</c> gives.</summary>
public static class FunctionRegistry
{
    private static readonly Dictionary<string, Func<IServiceProvider, IFunction>> Functions = new()
    {
        [nameof(CatalogJars)] = services => services.GetRequiredService<CatalogJars>(),
        [nameof(PublishCatalog)] = services => services.GetRequiredService<PublishCatalog>(),
        [nameof(MountNodes)] = services => services.GetRequiredService<MountNodes>(),
        [nameof(RecordMounts)] = services => services.GetRequiredService<RecordMounts>(),
        [nameof(SweepNodes)] = services => services.GetRequiredService<SweepNodes>(),
        [nameof(ApplyManifests)] = services => services.GetRequiredService<ApplyManifests>(),
    };

    /// <summary>Names of the functions, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Functions.Keys.Order(StringComparer.Ordinal)];

    /// <exception cref="UnknownFunctionException">There is no function of that name.</exception>
    internal static IFunction Create(string name, IServiceProvider services)
        => Functions.TryGetValue(name, out var create) ? create(services) : throw new UnknownFunctionException(name);
}
