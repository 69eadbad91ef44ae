using System.Security.Cryptography;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Operations;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Jarpoint.LocalCloud.S3;

/// <summary>
/// S3 over HTTP, on Kestrel. Signatures are not verified and anonymous requests are allowed: host it on loopback.
/// </summary>
public sealed class S3Endpoint(S3Store store, S3Faults? faults = null)
{
    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        LiftLimits(context);
        context.Response.Headers["x-amz-request-id"] = RandomNumberGenerator.GetHexString(16);
        context.Response.Headers["x-amz-id-2"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        var aws = AwsRequest.Read(context);
        try
        {
            await HandleAsync(context, aws);
        }
        catch (S3ErrorException e) when (!context.Response.HasStarted)
        {
            await ErrorAnswer.SendAsync(context, aws.Target.Path, e.Error);
        }
        catch (InvalidDataException e) when (!context.Response.HasStarted)
        {
            await ErrorAnswer.SendAsync(context, aws.Target.Path, S3Errors.IncompleteBody(e.Message).Error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up; there is nobody to answer.
            context.Abort();
        }
    }

    private async Task HandleAsync(HttpContext context, AwsRequest aws)
    {
        var address = S3Address.Of(context.Request.Host.Host, aws.Target.Path);
        var exchange = new S3Exchange(context, aws, address, store);
        var operation = S3Routes.Find(exchange, address);
        faults?.Strike(exchange, address.Key);
        await operation.HandleAsync(exchange);
    }

    // Jars are larger than Kestrel's 30 MB, and a client may pause for longer than Kestrel's slowest rate allows.
    private static void LiftLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }
}
