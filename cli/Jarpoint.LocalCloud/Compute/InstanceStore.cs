using System.Collections.Immutable;
using System.Security.Cryptography;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Compute;

/// <summary>The instances of the laptop cloud and their lives. Safe for concurrent use.</summary>
public sealed class InstanceStore(LocalAccount account, InstanceStoreOptions options, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Instance> byId = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Instance> byNumber = [];
    private readonly Agenda agenda = new(time);
    private long launched;

    /// <summary>Raised after every change, outside the lock. Two changes at once may be told in either order.</summary>
    public event EventHandler<InstanceChangedEventArgs>? Changed;

    public LocalAccount Account => account;

    /// <summary>Every instance that is remembered, in the order of launches.</summary>
    public IReadOnlyList<Instance> All
    {
        get
        {
            lock (gate)
            {
                return [.. byNumber.Values];
            }
        }
    }

    /// <summary>Launches instances alike; each is pending and becomes running by itself.</summary>
    public IReadOnlyList<Instance> Launch(InstanceLaunch launch, int count = 1)
    {
        var reservation = NewId("r-");
        var fresh = Enumerable.Range(0, count).Select(_ => Add(launch, reservation)).ToArray();
        foreach (var instance in fresh)
        {
            Changed?.Invoke(this, new InstanceChangedEventArgs(null, instance));
            agenda.After(options.Boot, () => Move(instance.Id, InstanceState.Pending, InstanceState.Running));
        }

        return fresh;
    }

    /// <summary>Begins to terminate an instance; one that is on its way out already stays as it is.</summary>
    /// <returns>The change of its state, or null when there is no such instance.</returns>
    public InstanceChangedEventArgs? Terminate(string id)
    {
        var change = Update(id, static instance => instance.State is InstanceState.Pending or InstanceState.Running
            ? instance with { State = InstanceState.ShuttingDown }
            : instance);
        if (change is { Before.State: InstanceState.Pending or InstanceState.Running })
        {
            agenda.After(options.Shutdown, () =>
            {
                Move(id, InstanceState.ShuttingDown, InstanceState.Terminated);
                agenda.After(options.RememberTerminated, () => Forget(id));
            });
        }

        return change;
    }

    public Instance? Find(string id)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(id);
        }
    }

    /// <summary>Sets tags, new ones and others.</summary>
    /// <returns>False when there is no such instance.</returns>
    public bool SetTags(string id, IReadOnlyDictionary<string, string> tags)
        => Update(id, instance => instance with { Tags = instance.Tags.SetItems(tags) }) is not null;

    public void Dispose() => agenda.Dispose();

    private static string NewId(string prefix) => prefix + RandomNumberGenerator.GetHexString(17, lowercase: true);

    private Instance Add(InstanceLaunch launch, string reservation)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var number = launched++;

            // The first four addresses of a subnet belong to AWS.
            var host = number + 4;
            var address = $"10.{(host >> 16) & 255}.{(host >> 8) & 255}.{host & 255}";
            var instance = new Instance
            {
                Id = NewId("i-"),
                Number = number,
                ReservationId = reservation,
                Zone = account.Region + launch.Zone,
                Launch = launch,
                State = InstanceState.Pending,
                LaunchedAt = now,
                DescribedFrom = now + options.DescribeLag,
                PrivateAddress = address,
                PrivateDnsName = $"ip-{address.Replace('.', '-')}.{account.Region}.compute.internal",
                Tags = launch.Tags.ToImmutableSortedDictionary(StringComparer.Ordinal),
            };
            byId[instance.Id] = byNumber[number] = instance;
            return instance;
        }
    }

    private void Move(string id, InstanceState from, InstanceState to)
        => Update(id, instance => instance.State == from ? instance with { State = to } : instance);

    private InstanceChangedEventArgs? Update(string id, Func<Instance, Instance> transition)
    {
        Instance before;
        Instance after;
        lock (gate)
        {
            if (!byId.TryGetValue(id, out before!))
            {
                return null;
            }

            after = transition(before);
            byId[id] = byNumber[after.Number] = after;
        }

        var change = new InstanceChangedEventArgs(before, after);
        if (!ReferenceEquals(before, after))
        {
            Changed?.Invoke(this, change);
        }

        return change;
    }

    private void Forget(string id)
    {
        lock (gate)
        {
            if (byId.Remove(id, out var instance))
            {
                byNumber.Remove(instance.Number);
            }
        }
    }
}
