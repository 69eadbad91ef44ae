using Jarpoint.LocalCloud.S3.State;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>One request on its way to its answer.</summary>
internal sealed class S3Exchange(HttpContext http, AwsRequest aws, S3Address address, S3Store store)
{
    public HttpContext Http => http;

    public HttpRequest Request => http.Request;

    public HttpResponse Response => http.Response;

    public AwsRequest Aws => aws;

    public S3Store Store => store;

    public QueryValues Query => aws.Target.Query;

    public string Bucket => address.Bucket ?? throw S3Errors.MethodNotAllowed(Request.Method, "SERVICE");

    public string Key => address.Key ?? throw S3Errors.MethodNotAllowed(Request.Method, "BUCKET");

    public string Resource => aws.Target.Path;

    public CancellationToken Cancelled => http.RequestAborted;

    /// <summary>The work is done but its answer never arrives: the connection is closed instead.</summary>
    public bool DropsAnswer { get; set; }

    /// <summary>The version named in the query; an empty name is an error.</summary>
    public string? VersionId => Query["versionId"] is not { } id ? null
        : id.Length > 0 ? id
        : throw S3Errors.InvalidArgument("versionId", "", "Version id cannot be the empty string");

    public string? Header(string name) => Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>Announces a version, as buckets that ever had versioning do.</summary>
    public void ShowVersion(string? versionId)
    {
        if (versionId is not null && store.GetVersioning(Bucket) != BucketVersioning.Off)
            Response.Headers["x-amz-version-id"] = versionId;
    }
}
