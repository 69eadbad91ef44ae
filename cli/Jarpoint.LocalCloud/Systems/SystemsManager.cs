using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems.Commands;
using Jarpoint.LocalCloud.Systems.Documents;
using Jarpoint.LocalCloud.Systems.Fleet;

namespace Jarpoint.LocalCloud.Systems;

/// <summary>
/// Systems Manager of the laptop cloud: command documents, agents and Run Command. The host drives the agents: when they
/// register, lose their connection and go.
/// </summary>
public sealed class SystemsManager : IDisposable
{
    private readonly TimeProvider time;

    /// <param name="account">Named in ARNs.</param>
    /// <param name="publish">Takes events, possibly on several threads at once. Must neither block nor throw.</param>
    /// <param name="options">Limits and faults.</param>
    /// <param name="time">Clock.</param>
    public SystemsManager(
        LocalAccount account, Action<SsmEvent> publish, SystemsOptions options, TimeProvider time)
    {
        this.time = time;
        Account = account;
        Options = options;
        Documents = new DocumentShelf(time);
        Dispatch = new CommandDispatch(Fleet, new CommandEvents(account, time), publish, options, time);
    }

    public LocalAccount Account { get; }

    public SystemsOptions Options { get; }

    internal DocumentShelf Documents { get; }

    internal ManagedFleet Fleet { get; } = new();

    internal CommandDispatch Dispatch { get; }

    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Creates a Command document, or makes the content the default version of the one there is.</summary>
    /// <exception cref="ArgumentException">The service would refuse the content.</exception>
    public void PutDocument(string name, string content)
    {
        try
        {
            if (!Documents.Has(name))
            {
                Documents.Create(name, new DocumentDraft(content));
                return;
            }

            var same = Documents.Find(name).Versions.FirstOrDefault(version => version.Text == content);
            var number = same?.Number ?? Documents.Update(name, null, new DocumentDraft(content)).Latest.Number;
            Documents.SetDefault(name, $"{number}");
        }
        catch (SsmException error)
        {
            throw new ArgumentException($"Document {name}: {error.Code}: {error.Message}", nameof(content), error);
        }
    }

    /// <summary>An agent registers itself and is Online.</summary>
    /// <param name="instanceId">Such as <c>i-0123456789abcdef0</c>.</param>
    /// <param name="tags">Of the instance.</param>
    /// <param name="machine">Where its commands run. Stays the caller's to dispose of.</param>
    /// <exception cref="InvalidOperationException">It is registered already.</exception>
    public void Register(string instanceId, IReadOnlyDictionary<string, string> tags, INodeMachine machine)
    {
        if (!Fleet.Add(new ManagedInstance(instanceId, tags, machine, Now)))
            throw new InvalidOperationException($"Instance {instanceId} is registered already.");
    }

    /// <summary>The tags of the instance changed.</summary>
    public void Tag(string instanceId, IReadOnlyDictionary<string, string> tags)
        => Change(instanceId, instance => instance.Tags = tags);

    /// <summary>
    /// The instance is terminated. What it runs reports nothing any more: such commands stay InProgress until they
    /// expire, as in AWS.
    /// </summary>
    public void Deregister(string instanceId)
    {
        if (Fleet.Remove(instanceId, out var instance))
            Dispatch.Change(instance, static gone => gone.Gone = true);
    }

    /// <summary>The agent loses its connection. What it runs goes on; the result comes when it is back.</summary>
    public void Disconnect(string instanceId)
        => Change(instanceId, instance =>
        {
            instance.LostAt = instance.Online ? Now : instance.LostAt;
            instance.Online = false;
        });

    /// <summary>The agent is back.</summary>
    public void Reconnect(string instanceId) => Change(instanceId, static instance => instance.Online = true);

    public bool IsRegistered(string instanceId) => Fleet.TryFind(instanceId, out _);

    /// <summary>Cancels what runs and publishes nothing more about it.</summary>
    public void Dispose() => Dispatch.Dispose();

    private void Change(string instanceId, Action<ManagedInstance> change)
    {
        if (Fleet.TryFind(instanceId, out var instance))
            Dispatch.Change(instance, change);
    }
}
