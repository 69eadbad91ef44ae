using System.Globalization;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Karpenter;

namespace Jarpoint.LocalCloud.Kubernetes.Tables;

/// <summary>
/// Objects as the tables that kubectl get prints.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
/// </summary>
internal sealed class ObjectTables
{
    private readonly TimeProvider time;
    private readonly Dictionary<ResourceKind, TableColumn[]> columns;
    private readonly TableColumn[] plain;

    public ObjectTables(TimeProvider time)
    {
        this.time = time;
        var name = new TableColumn("Name", static each => each.Text("metadata", "name") ?? "");
        var age = new TableColumn("Age", each => Since(each.Text("metadata", "creationTimestamp")));
        columns = new()
        {
            [ResourceKind.Nodes] =
            [
                name,
                new("Status", NodeStatus),
                new("Roles", static _ => "<none>"),
                age,
                new("Version", static node => node.Text("status", "nodeInfo", "kubeletVersion") ?? ""),
                new("Provider-Id", static node => node.Text("spec", "providerID") ?? "", Wide: true),
            ],
            [ResourceKind.NodeClaims] =
            [
                name,
                new("Type", static claim => Label(claim, "node.kubernetes.io/instance-type")),
                new("Zone", static claim => Label(claim, "topology.kubernetes.io/zone")),
                new("Node", static claim => claim.Text("status", "nodeName") ?? ""),
                new("Ready", static claim => Condition(claim, "Ready") ?? "Unknown"),
                age,
                new("Nodepool", static claim => Label(claim, KarpenterNames.Pool), Wide: true),
            ],
            [ResourceKind.Events] =
            [
                new("Last Seen", each => Since(
                    each.Text("lastTimestamp") ?? each.Text("eventTime") ?? each.Text("metadata", "creationTimestamp"))),
                new("Type", static each => each.Text("type") ?? ""),
                new("Reason", static each => each.Text("reason") ?? ""),
                new("Object", static each =>
                    $"{each.Text("involvedObject", "kind")?.ToLowerInvariant()}/{each.Text("involvedObject", "name")}"),
                new("Message", static each => (each.Text("message") ?? "").Trim()),
            ],
        };
        plain = [name, age];
    }

    public JsonObject Of(ResourceKind kind, ReadOnlySpan<StoredObject> objects, JsonObject metadata)
    {
        var shown = columns.GetValueOrDefault(kind, plain);
        var rows = new JsonArray();
        foreach (var each in objects)
        {
            var document = each.Document();
            rows.Add((JsonNode)new JsonObject
            {
                ["cells"] = new JsonArray([.. shown.Select(column => (JsonNode)column.Cell(document))]),
                ["object"] = new JsonObject
                {
                    ["kind"] = "PartialObjectMetadata",
                    ["apiVersion"] = "meta.k8s.io/v1",
                    ["metadata"] = document.Ensure("metadata").DeepClone(),
                },
            });
        }

        return new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata,
            ["columnDefinitions"] = new JsonArray([.. shown.Select(Definition)]),
            ["rows"] = rows,
        };
    }

    private static JsonNode Definition(TableColumn column) => new JsonObject
    {
        ["name"] = column.Name,
        ["type"] = "string",
        ["format"] = column.Name == "Name" ? "name" : "",
        ["description"] = "",
        ["priority"] = column.Wide ? 1 : 0,
    };

    private static string NodeStatus(JsonObject node)
    {
        var status = Condition(node, "Ready") switch
        {
            "True" => "Ready",
            null => "Unknown",
            _ => "NotReady",
        };
        return node.At("spec", "unschedulable")?.ToString() == "true" ? status + ",SchedulingDisabled" : status;
    }

    private static string Label(JsonObject each, string name) => each.Text("metadata", "labels", name) ?? "";

    private static string? Condition(JsonObject each, string type)
        => each.List("status", "conditions")?
            .FirstOrDefault(condition => condition.Text("type") == type).Text("status");

    private string Since(string? moment)
    {
        if (!DateTimeOffset.TryParse(
            moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
        {
            return "<unknown>";
        }

        var age = time.GetUtcNow() - parsed;
        return age switch
        {
            { TotalSeconds: < 120 } => $"{Math.Max(0, (int)age.TotalSeconds)}s",
            { TotalMinutes: < 120 } => $"{(int)age.TotalMinutes}m",
            { TotalHours: < 48 } => $"{(int)age.TotalHours}h",
            _ => $"{(int)age.TotalDays}d",
        };
    }
}
