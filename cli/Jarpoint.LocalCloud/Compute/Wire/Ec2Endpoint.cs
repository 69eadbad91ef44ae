using System.Xml;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Compute.Wire;

/// <summary>EC2 over HTTP: the Query protocol of API version 2016-11-15.</summary>
public sealed class Ec2Endpoint
{
    private const string Version = "2016-11-15";
    private const string Namespace = $"http://ec2.amazonaws.com/doc/{Version}/";

    private readonly ServiceThrottle throttle;
    private readonly Dictionary<string, Func<QueryRequest, Action<XmlWriter>>> actions;

    public Ec2Endpoint(InstanceStore store, ServiceThrottle throttle, TimeProvider time)
    {
        this.throttle = throttle;
        var emulated = new Ec2Actions(store, time);
        actions = new(StringComparer.Ordinal)
        {
            ["RunInstances"] = emulated.Run,
            ["TerminateInstances"] = emulated.Terminate,
            ["DescribeInstances"] = emulated.Describe,
            ["CreateTags"] = emulated.CreateTags,
        };
    }

    public CallCounter Calls { get; } = new();

    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        try
        {
            var request = await QueryRequest.ReadAsync(context);
            var action = request["Action"] ?? "";
            var answer = Answer(action, request);
            await QueryXml.SendAsync(context, StatusCodes.Status200OK, xml =>
            {
                xml.WriteStartElement(action + "Response", Namespace);
                xml.Text("requestId", requestId);
                answer(xml);
                xml.WriteEndElement();
            });
        }
        catch (QueryException error)
        {
            await QueryXml.SendAsync(context, error.Status, xml => xml.Inside("Response", () =>
            {
                xml.Inside("Errors", () => xml.Inside("Error", () =>
                {
                    xml.Text("Code", error.Code);
                    xml.Text("Message", error.Message);
                }));
                xml.Text("RequestID", requestId);
            }));
        }
    }

    private Action<XmlWriter> Answer(string action, QueryRequest request)
    {
        if (!actions.TryGetValue(action, out var emulated))
        {
            throw Ec2Errors.NotEmulated($"the action '{action}'");
        }

        Calls.Count(action);
        if (request["Version"] is { } version && version != Version)
        {
            throw Ec2Errors.NotEmulated($"the API version {version}");
        }

        if (throttle.Refuses(action))
        {
            throw Ec2Errors.Throttled();
        }

        return request["DryRun"] is "true" ? throw Ec2Errors.NotEmulated("DryRun") : emulated(request);
    }
}
