using System.Text;
using Jarpoint.LocalCloud.Systems.Commands;
using Jarpoint.LocalCloud.Systems.Documents;
using Jarpoint.LocalCloud.Systems.Fleet;

namespace Jarpoint.LocalCloud.Systems.Wire;

/// <summary>SendCommand and CancelCommand.</summary>
internal sealed class SendActions(SystemsManager systems)
{
    private const int MostInstances = 50;
    private const int MostTargets = 5;

    public object Send(SsmRequest request)
    {
        var document = systems.Documents.Find(Constraint.Required(request.DocumentName, "documentName"));
        var version = document.Find(request.DocumentVersion);
        CheckHash(request, version);
        var given = (IReadOnlyDictionary<string, IReadOnlyList<string>>?)request.Parameters
            ?? new Dictionary<string, IReadOnlyList<string>>();
        CheckSize(version, given);
        Constraint.AtMost(request.Comment?.Length ?? 0, 100, "comment");
        var draft = new CommandDraft(
            document.Name,
            request.DocumentVersion ?? "$DEFAULT",
            PreparedStep.From(version.Content, version.Content.Bind(given)))
        {
            Parameters = given,
            InstanceIds = Instances(request),
            Targets = Targets(request),
            Comment = request.Comment ?? "",
            DeliveryTimeout = TimeSpan.FromSeconds(
                Constraint.Between(request.TimeoutSeconds, 30, 2_592_000, 3600, "timeoutSeconds")),
            MaxConcurrency = RateLimit.Concurrency(request.MaxConcurrency),
            MaxErrors = RateLimit.Errors(request.MaxErrors),
        };
        return systems.Dispatch.Send(
            draft, () => Resolve(draft), static command => new SentCommandResponse(CommandWriter.Accepted(command)));
    }

    public object Cancel(SsmRequest request)
    {
        var instances = request.InstanceIds ?? [];
        Constraint.AtMost(instances.Count, MostInstances, "instanceIds");
        systems.Dispatch.Cancel(Constraint.CommandId(request.CommandId), instances);
        return new EmptyResponse();
    }

    private static void CheckHash(SsmRequest request, DocumentVersion version)
    {
        if (request.DocumentHashType is not (null or "Sha256"))
            throw SsmErrors.NotEmulated($"the document hash type {request.DocumentHashType}");

        if (request.DocumentHash is { } hash && !hash.Equals(version.Hash, StringComparison.OrdinalIgnoreCase))
            throw SsmErrors.InvalidDocument(request.DocumentName + " with the hash " + hash);
    }

    private static void CheckSize(
        DocumentVersion version, IReadOnlyDictionary<string, IReadOnlyList<string>> parameters)
    {
        var bytes = Encoding.UTF8.GetByteCount(version.Text)
            + parameters.SelectMany(static pair => pair.Value).Sum(Encoding.UTF8.GetByteCount);
        if (bytes > ContentReader.MaxBytes)
            throw SsmErrors.TooLarge(bytes, ContentReader.MaxBytes);
    }

    private static IReadOnlyList<string> Instances(SsmRequest request)
    {
        var ids = request.InstanceIds ?? [];
        var targets = request.Targets ?? [];
        Constraint.AtMost(ids.Count, MostInstances, "instanceIds");
        if ((ids.Count > 0) == (targets.Count > 0))
            throw SsmErrors.InvalidParameters("Either InstanceIds or Targets must be given, and not both.");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!seen.Add(Constraint.InstanceId(id)))
                throw SsmErrors.DuplicateInstance(id);
        }

        return ids;
    }

    private static IReadOnlyList<InstanceTarget> Targets(SsmRequest request)
    {
        var targets = request.Targets ?? [];
        Constraint.AtMost(targets.Count, MostTargets, "targets");
        return [.. targets.Select(static target =>
        {
            var key = Constraint.Required(target.Key, "targets.key");
            var values = Constraint.Required(target.Values, "targets.values");
            Constraint.AtMost(values.Count, MostInstances, "targets.values");
            if (key != InstanceTarget.Ids && !InstanceTarget.IsTag(key))
                throw SsmErrors.NotEmulated($"the target key {key}");

            return new InstanceTarget(key, values.ToHashSet(StringComparer.Ordinal));
        })];
    }

    private IReadOnlyList<string> Resolve(CommandDraft draft)
    {
        if (draft.Targets.Count > 0)
        {
            return [.. systems.Fleet.All
                .Where(instance => draft.Targets.All(target => target.Fits(instance)))
                .Select(static instance => instance.Id)];
        }

        var unknown = draft.InstanceIds.Where(id => !systems.Fleet.TryFind(id, out _)).ToList();
        return unknown.Count == 0 ? draft.InstanceIds : throw SsmErrors.InvalidInstances(unknown);
    }
}
