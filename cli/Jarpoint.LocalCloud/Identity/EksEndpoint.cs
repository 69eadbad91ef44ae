using System.Text;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Identity;

/// <summary>
/// EKS over HTTP: DescribeCluster.
/// https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeCluster.html
/// </summary>
public sealed class EksEndpoint(LocalAccount account, IReadOnlyList<EksCluster> clusters)
{
    private const string Clusters = "/clusters/";

    public Task HandleAsync(HttpContext context)
    {
        var request = AwsRequest.Read(context);
        if (request.AccessKeyId is null)
        {
            return RefuseAsync(context, 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var path = request.Target.Path;
        var name = path.StartsWith(Clusters, StringComparison.Ordinal)
            ? RawTarget.Decode(path[Clusters.Length..])
            : null;
        if (!HttpMethods.IsGet(context.Request.Method) || string.IsNullOrEmpty(name)
            || name.Contains('/', StringComparison.Ordinal))
        {
            return RefuseAsync(
                context,
                501,
                "NotImplemented",
                $"Jarpoint's laptop cloud does not emulate {context.Request.Method} {path} of EKS.");
        }

        return clusters.FirstOrDefault(cluster => cluster.Name == name) is { } found
            ? SendAsync(context, 200, new JsonObject { ["cluster"] = Describe(found) })
            : RefuseAsync(context, 404, "ResourceNotFoundException", $"No cluster found for name: {name}.");
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.Headers["x-amzn-ErrorType"] = type;
        return SendAsync(context, status, new JsonObject { ["message"] = message });
    }

    private static Task SendAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    private JsonObject Describe(EksCluster cluster) => new()
    {
        ["name"] = cluster.Name,
        ["arn"] = $"arn:aws:eks:{account.Region}:{account.Id}:cluster/{cluster.Name}",
        ["createdAt"] = cluster.CreatedAt.ToUnixTimeMilliseconds() / 1000.0,
        ["version"] = EksCluster.Version,
        ["endpoint"] = cluster.Endpoint.ToString().TrimEnd('/'),
        ["status"] = "ACTIVE",
        ["certificateAuthority"] = new JsonObject
        {
            ["data"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(cluster.CertificateAuthority)),
        },
    };
}
