using System.Security.Cryptography;
using Jarpoint.LocalCloud.Hosting;
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
/// <param name="store">The buckets.</param>
/// <param name="faults">What goes wrong; null when nothing does.</param>
/// <param name="account">Owner of every bucket, for <c>x-amz-expected-bucket-owner</c>.</param>
public sealed class S3Endpoint(S3Store store, S3Faults? faults = null, LocalAccount? account = null)
{
    private readonly string owner = (account ?? new LocalAccount()).Id;

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
        if (faults?.TroubleOf(aws.AccessKeyId) == S3Trouble.Silence)
            await Task.Delay(Timeout.InfiniteTimeSpan, store.Clock, context.RequestAborted);
        faults?.Strike(exchange, address.Key);
        if (exchange.Header("x-amz-expected-bucket-owner") is { } expected && expected != owner)
            throw S3Errors.AccessDenied();
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
