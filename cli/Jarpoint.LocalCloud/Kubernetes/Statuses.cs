using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>
/// Failures in the words of kube-apiserver.
/// https://github.com/kubernetes/apimachinery/blob/release-1.32/pkg/api/errors/errors.go
/// </summary>
internal static class Statuses
{
    public static StatusException Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    public static StatusException Forbidden(ResourceKind kind, string? name, string message)
        => new(
            403,
            "Forbidden",
            $"{kind.Qualified}{(name is null ? "" : $" \"{name}\"")} is forbidden: {message}",
            Details(kind, name));

    public static StatusException NotFound(ResourceKind kind, string name)
        => new(404, "NotFound", $"{kind.Qualified} \"{name}\" not found", Details(kind, name));

    public static StatusException NoSuchPath()
        => new(404, "NotFound", "the server could not find the requested resource");

    public static StatusException AlreadyExists(ResourceKind kind, string name)
        => new(409, "AlreadyExists", $"{kind.Qualified} \"{name}\" already exists", Details(kind, name));

    public static StatusException Modified(ResourceKind kind, string name)
        => Conflict(
            kind,
            name,
            "the object has been modified; please apply your changes to the latest version and try again");

    public static StatusException Conflict(ResourceKind kind, string name, string why)
        => new(
            409,
            "Conflict",
            $"Operation cannot be fulfilled on {kind.Qualified} \"{name}\": {why}",
            Details(kind, name));

    /// <summary>Other appliers say otherwise of these fields.</summary>
    public static StatusException ApplyConflict(
        ResourceKind kind, string name, IEnumerable<(string Manager, string Field)> fields)
    {
        var causes = fields.Select(static one => (JsonNode)new JsonObject
        {
            ["reason"] = "FieldManagerConflict",
            ["message"] = $"conflict with \"{one.Manager}\"",
            ["field"] = one.Field,
        }).ToArray();
        var details = Details(kind, name);
        details["causes"] = new JsonArray(causes);
        return new StatusException(
            409,
            "Conflict",
            $"Apply failed with {causes.Length} conflict{(causes.Length == 1 ? "" : "s")}: "
            + string.Join(", ", causes.Select(static cause => $"{cause.Text("message")}: {cause.Text("field")}")),
            details);
    }

    public static StatusException Invalid(ResourceKind kind, string name, string field, string why)
    {
        var details = Details(kind, name);
        details["kind"] = kind.Kind;
        details["causes"] = new JsonArray(new JsonObject
        {
            ["reason"] = "FieldValueInvalid",
            ["message"] = why,
            ["field"] = field,
        });
        return new StatusException(422, "Invalid", $"{kind.Kind} \"{name}\" is invalid: {field}: {why}", details);
    }

    /// <summary>
    /// A JSON Patch that does not apply, a <c>test</c> that fails above all. The API does not say which.
    /// </summary>
    public static StatusException PatchDoesNotApply()
        => new(422, "Invalid", "the server rejected our request due to an error in our request");

    public static StatusException BadRequest(string message) => new(400, "BadRequest", message);

    public static StatusException UnsupportedMediaType(IEnumerable<string> accepted)
        => new(
            415,
            "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include: "
            + string.Join(", ", accepted));

    public static StatusException MethodNotAllowed()
        => new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");

    public static StatusException Expired(string message) => new(410, "Expired", message);

    public static StatusException TooManyRequests()
        => new(
            429,
            "TooManyRequests",
            "Too many requests, please try again later.",
            new JsonObject { ["retryAfterSeconds"] = 1 });

    public static StatusException NotEmulated(string what)
        => new(501, "NotImplemented", $"Jarpoint's laptop cloud does not emulate {what} of Kubernetes.");

    private static JsonObject Details(ResourceKind kind, string? name)
    {
        var details = new JsonObject();
        if (name is not null)
        {
            details["name"] = name;
        }

        if (kind.Group.Length > 0)
        {
            details["group"] = kind.Group;
        }

        details["kind"] = kind.Plural;
        return details;
    }
}
