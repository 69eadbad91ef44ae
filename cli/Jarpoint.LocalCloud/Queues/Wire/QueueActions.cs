using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>The actions on queues.</summary>
internal sealed class QueueActions(QueueService service)
{
    public object Create(SqsRequest request, HttpRequest http)
    {
        var name = request.QueueName ?? throw SqsErrors.MissingParameter("QueueName");
        if (name.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw SqsErrors.NotEmulated("FIFO queues");
        }

        if (name.Length is 0 or > 80 || name.Any(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            throw SqsErrors.InvalidParameter(
                "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }

        var attributes = request.Attributes ?? [];
        var queue = service.Create(name, QueueAttributeMap.Apply(new QueueSettings(), attributes));
        if (QueueAttributeMap.Apply(queue.Settings, attributes) != queue.Settings)
        {
            throw SqsErrors.QueueNameExists(name);
        }

        return new QueueUrlResponse(Url(queue, http));
    }

    public object GetUrl(SqsRequest request, HttpRequest http)
        => new QueueUrlResponse(Url(
            Named(request.QueueName ?? throw SqsErrors.MissingParameter("QueueName")), http));

    public object List(SqsRequest request, HttpRequest http)
        => new QueueListResponse([.. service.Queues
            .Where(queue => queue.Name.StartsWith(request.QueueNamePrefix ?? "", StringComparison.Ordinal))
            .Select(queue => Url(queue, http))]);

    public object GetAttributes(SqsRequest request)
        => new QueueAttributesResponse(QueueAttributeMap.Read(Addressed(request), request.AttributeNames));

    public object SetAttributes(SqsRequest request)
    {
        var queue = Addressed(request);
        queue.Settings = QueueAttributeMap.Apply(
            queue.Settings, request.Attributes ?? throw SqsErrors.MissingParameter("Attributes"));
        return new EmptyResponse();
    }

    public object Purge(SqsRequest request)
    {
        Addressed(request).Purge();
        return new EmptyResponse();
    }

    public object Delete(SqsRequest request)
    {
        service.Delete(Addressed(request));
        return new EmptyResponse();
    }

    /// <summary>The queue that <c>QueueUrl</c> names; host and account of the URL are not looked at.</summary>
    public SqsQueue Addressed(SqsRequest request)
    {
        var url = request.QueueUrl ?? throw SqsErrors.MissingParameter("QueueUrl");
        return Named(url[(url.LastIndexOf('/') + 1)..]);
    }

    private SqsQueue Named(string name)
        => service.TryFind(name, out var queue) ? queue : throw SqsErrors.QueueDoesNotExist();

    private string Url(SqsQueue queue, HttpRequest http)
        => $"{http.Scheme}://{http.Host}/{service.Account.Id}/{queue.Name}";
}
