using System.Net;
using Jarpoint.Functions.Http;

namespace Jarpoint.Functions.Cluster;

/// <summary>What an answer of the API server means to us.</summary>
internal enum KubernetesFault
{
    /// <summary>None: 2xx.</summary>
    None,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>409: the object has changed meanwhile.</summary>
    Conflict,

    /// <summary>409 of a creation: there is an object of that name.</summary>
    AlreadyExists,

    /// <summary>422: the object as it is does not pass the patch's tests, or would not be valid.</summary>
    Invalid,

    /// <summary>410: a continue token is older than what etcd keeps.</summary>
    Expired,

    /// <summary>401: it does not know the token.</summary>
    Unauthorized,

    /// <summary>403: RBAC says no.</summary>
    Forbidden,

    /// <summary>It may pass: too many requests, a server error, a time-out.</summary>
    Transient,

    /// <summary>Anything else: a fault of ours or a server that is none.</summary>
    Unexpected,
}

/// <summary>
/// The one place where status codes and reasons of the API server are interpreted. Messages never are.
/// </summary>
internal static class KubernetesFaults
{
    /// <param name="code">HTTP status.</param>
    /// <param name="reason"><c>reason</c> of the Status document, if there is one.</param>
    public static KubernetesFault Classify(HttpStatusCode code, string? reason) => (code, reason) switch
    {
        ( >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices, _) => KubernetesFault.None,
        (HttpStatusCode.NotFound, _) => KubernetesFault.NotFound,
        (HttpStatusCode.Conflict, "AlreadyExists") => KubernetesFault.AlreadyExists,
        (HttpStatusCode.Conflict, _) => KubernetesFault.Conflict,
        (HttpStatusCode.UnprocessableEntity, _) => KubernetesFault.Invalid,
        (HttpStatusCode.Gone, _) => KubernetesFault.Expired,
        (HttpStatusCode.Unauthorized, _) => KubernetesFault.Unauthorized,
        (HttpStatusCode.Forbidden, _) => KubernetesFault.Forbidden,
        _ when code.IsTransient() => KubernetesFault.Transient,
        _ => KubernetesFault.Unexpected,
    };
}
