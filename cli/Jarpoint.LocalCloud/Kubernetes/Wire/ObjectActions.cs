using System.Globalization;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Kubernetes.Tables;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>What can be done to objects over the API.</summary>
internal sealed class ObjectActions(KubernetesStore store, TimeProvider time)
{
    private readonly ListPages pages = new(store, time);
    private readonly ObjectTables tables = new(time);
    private readonly WatchAction watches = new(store);

    /// <exception cref="StatusException">The answer is a failure.</exception>
    public Task RunAsync(string verb, KubernetesExchange exchange)
        => verb switch
        {
            "list" => ListAsync(exchange),
            "watch" => watches.RunAsync(exchange),
            "get" => GetAsync(exchange),
            "create" => CreateAsync(exchange),
            "patch" => PatchAsync(exchange),
            _ => DeleteAsync(exchange),
        };

    private Task ListAsync(KubernetesExchange exchange)
    {
        var (kind, query) = (exchange.Path.Kind, ListQuery.Read(exchange.Query, exchange.Path.Kind));
        var page = pages.Read(exchange.Path, query);
        var body = exchange.WantsTable
            ? tables.Of(kind, page.Items.Span, ListBody.Metadata(page, !query.Selects)).ToBytes()
            : ListBody.Write(kind, page, !query.Selects);
        return KubernetesAnswer.BytesAsync(exchange.Http, StatusCodes.Status200OK, body);
    }

    private Task GetAsync(KubernetesExchange exchange)
    {
        var (kind, name) = (exchange.Path.Kind, exchange.Path.Name!);
        var found = store.Find(kind, name, exchange.Namespace) ?? throw Statuses.NotFound(kind, name);
        var body = exchange.WantsTable
            ? tables.Of(
                kind,
                [found],
                new JsonObject { ["resourceVersion"] = found.ResourceVersion.ToString(CultureInfo.InvariantCulture) })
                .ToBytes()
            : found.Json;
        return KubernetesAnswer.BytesAsync(exchange.Http, StatusCodes.Status200OK, body);
    }

    private async Task CreateAsync(KubernetesExchange exchange)
    {
        var kind = exchange.Path.Kind;
        if (kind == ResourceKind.Pods)
        {
            throw Statuses.NotEmulated("pods");
        }

        if (ObjectBody.MediaType(exchange.Http.Request) is not ("application/json" or ""))
        {
            throw Statuses.UnsupportedMediaType(["application/json"]);
        }

        var document = await ObjectBody.ReadObjectAsync(exchange.Http.Request, exchange.Cancelled);
        if (document.Text("kind") is { } other && other != kind.Kind
            || document.Text("apiVersion") is { } version && version != kind.ApiVersion)
        {
            throw Statuses.BadRequest(
                $"{document.Text("apiVersion")} {document.Text("kind")} in version \"{kind.Version}\" cannot be handled as "
                + $"a {kind.Kind}");
        }

        Placement.Of(exchange, document);
        Placement.Demand(store, exchange.Path.Namespace);
        if (kind.IsCustom)
        {
            document.Remove("status");
        }

        var created = store.Create(kind, document);
        await KubernetesAnswer.BytesAsync(exchange.Http, StatusCodes.Status201Created, created.Json);
    }

    private async Task PatchAsync(KubernetesExchange exchange)
    {
        var patch = await ObjectBody.ReadAsync(exchange.Http.Request, exchange.Cancelled);
        if (ObjectBody.MediaType(exchange.Http.Request) == ApplyAction.MediaType)
        {
            var (applied, created) = ApplyAction.Apply(store, exchange, patch, time.GetUtcNow());
            await KubernetesAnswer.BytesAsync(
                exchange.Http, created ? StatusCodes.Status201Created : StatusCodes.Status200OK, applied.Json);
            return;
        }

        var patched = PatchAction.Apply(store, exchange.Path, ObjectBody.MediaType(exchange.Http.Request), patch);
        await KubernetesAnswer.BytesAsync(exchange.Http, StatusCodes.Status200OK, patched.Json);
    }

    private async Task DeleteAsync(KubernetesExchange exchange)
    {
        var (kind, name) = (exchange.Path.Kind, exchange.Path.Name!);
        var options = await ObjectBody.ReadAsync(exchange.Http.Request, exchange.Cancelled);
        string? uid = null;
        var marked = store.Delete(kind, name, exchange.Namespace, found =>
        {
            uid = found.Uid;
            CheckPreconditions(options, found);
        });
        if (kind == ResourceKind.Namespaces)
        {
            store.Empty(name);
        }

        var body = marked?.Json ?? new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Success",
            ["details"] = new JsonObject { ["name"] = name, ["group"] = kind.Group, ["kind"] = kind.Plural, ["uid"] = uid },
        }.ToBytes();
        await KubernetesAnswer.BytesAsync(exchange.Http, StatusCodes.Status200OK, body);
    }

    private static void CheckPreconditions(JsonNode? options, StoredObject found)
    {
        if (options.Text("preconditions", "uid") is { } uid && uid != found.Uid)
        {
            throw Statuses.Conflict(
                found.Kind,
                found.Name,
                $"the UID in the precondition ({uid}) does not match the UID in record ({found.Uid}). "
                + "The object might have been deleted and then recreated");
        }

        if (options.Text("preconditions", "resourceVersion") is { } version
            && version != found.ResourceVersion.ToString(CultureInfo.InvariantCulture))
        {
            throw Statuses.Conflict(
                found.Kind,
                found.Name,
                $"the ResourceVersion in the precondition ({version}) does not match the ResourceVersion in record "
                + $"({found.ResourceVersion}). The object might have been modified");
        }
    }
}
