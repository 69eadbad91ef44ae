using System.Net;

namespace Jarpoint.Functions.Http;

/// <summary>Answers that a later try may not get.</summary>
internal static class TransientStatus
{
    public static bool IsTransient(this HttpStatusCode code)
        => code is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
