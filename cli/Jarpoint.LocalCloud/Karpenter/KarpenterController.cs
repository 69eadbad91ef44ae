using System.Collections.Concurrent;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Kubernetes;

namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>
/// Karpenter after the launch: every instance of one of the cluster's pools gets a NodeClaim, becomes a Node, is
/// registered and initialized; a NodeClaim or Node that is deleted goes with its instance. All in its own time.
/// </summary>
public sealed class KarpenterController : IDisposable
{
    private readonly InstanceStore instances;
    private readonly KubernetesStore cluster;
    private readonly KarpenterOptions options;
    private readonly Agenda agenda;
    private readonly SeededDice dice;
    private readonly Kubelet kubelet;
    private readonly Registration registration;
    private readonly TimeProvider time;

    // By NodeClaim and by instance.
    private readonly ConcurrentDictionary<string, Member> byClaim = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Member> byInstance = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Member> byNode = new(StringComparer.Ordinal);

    public KarpenterController(
        InstanceStore instances, KubernetesStore cluster, KarpenterOptions options, TimeProvider time)
    {
        (this.instances, this.cluster, this.options, this.time) = (instances, cluster, options, time);
        agenda = new Agenda(time);
        dice = new SeededDice(options.Seed, "karpenter");
        kubelet = new Kubelet(cluster, time);
        registration = new Registration(cluster, instances, time);
        instances.Changed += OnInstance;
        cluster.Changed += OnObject;
    }

    public void Dispose()
    {
        instances.Changed -= OnInstance;
        cluster.Changed -= OnObject;
        agenda.Dispose();
    }

    private void OnInstance(object? sender, InstanceChangedEventArgs change)
    {
        var instance = change.After;
        if (change.Before is null)
        {
            Claim(instance);
        }
        else if (byInstance.TryGetValue(instance.Id, out var member))
        {
            if (change.Entered(InstanceState.Running))
            {
                agenda.After(options.Join.Draw(dice), () => Step(member, Join));
            }
            else if (change.Entered(InstanceState.Terminated))
            {
                agenda.After(TimeSpan.Zero, () => Forget(member));
            }
        }
    }

    // Reads the state anew later: the change may be in the middle of another writer's work.
    private void OnObject(object? sender, ObjectChangedEventArgs change)
    {
        var members = change.Kind == ResourceKind.NodeClaims ? byClaim : byNode;
        if (change.After is null || change.Kind == ResourceKind.Events
            || !members.TryGetValue(change.Name, out var member))
        {
            return;
        }

        if (IsDeleting(change.After))
        {
            Remove(member);
        }
        else if (change.Kind == ResourceKind.Nodes)
        {
            agenda.After(TimeSpan.Zero, () => Step(member, Initialize));
        }
    }

    private void Claim(Instance instance)
    {
        if (!instance.Tags.TryGetValue(KarpenterNames.Pool, out var pool)
            || instance.Tags.GetValueOrDefault(KarpenterNames.ClusterTag) != options.Cluster)
        {
            return;
        }

        var claim = NodeDocuments.Claim(instance, pool, options.StartupTaints);
        Conditions.Set(claim, "Launched", "True", "Launched", time.GetUtcNow());
        Conditions.Set(claim, "Registered", "Unknown", "NodeNotFound", time.GetUtcNow());
        Conditions.Set(claim, "Initialized", "Unknown", "NotRegistered", time.GetUtcNow());
        var name = cluster.Create(ResourceKind.NodeClaims, claim).Name;
        byClaim[name] = byInstance[instance.Id] = new Member(instance.Id, pool, name, instance.PrivateDnsName);
    }

    private void Join(Member member, Instance instance)
    {
        kubelet.Join(instance, member.Pool, options.StartupTaints);
        byNode[member.Node] = member;
        agenda.After(options.Readiness.Draw(dice), () => Step(member, (_, _) => kubelet.BecomeReady(member.Node)));
        agenda.After(options.Registration.Draw(dice), () => Step(member, Register));
    }

    private void Register(Member member, Instance instance)
    {
        if (cluster.Find(ResourceKind.NodeClaims, member.Claim) is { } claim)
        {
            registration.Register(instance, claim, member.Node);
        }
    }

    private void Initialize(Member member, Instance instance)
    {
        if (cluster.Find(ResourceKind.NodeClaims, member.Claim) is { } claim
            && cluster.Find(ResourceKind.Nodes, member.Node) is { } node)
        {
            registration.InitializeWhenReady(claim, node);
        }
    }

    // A NodeClaim takes its Node along and a Node its NodeClaim; the instance goes when the node is drained.
    private void Remove(Member member)
    {
        if (!member.BeginRemoval())
        {
            return;
        }

        agenda.After(TimeSpan.Zero, () =>
        {
            Attempt(() => cluster.Delete(ResourceKind.NodeClaims, member.Claim));
            Attempt(() => cluster.Delete(ResourceKind.Nodes, member.Node));
        });
        agenda.After(options.Drain.Draw(dice), () =>
        {
            if (instances.Terminate(member.Instance) is null)
            {
                Forget(member);
            }
        });
    }

    private void Forget(Member member)
    {
        byNode.TryRemove(member.Node, out _);
        byClaim.TryRemove(member.Claim, out _);
        byInstance.TryRemove(member.Instance, out _);
        Dissolve(ResourceKind.Nodes, member.Node);
        Dissolve(ResourceKind.NodeClaims, member.Claim);
    }

    private void Dissolve(ResourceKind kind, string name)
    {
        Attempt(() => cluster.Update(kind, name, "", static document =>
        {
            document.Ensure("metadata").Remove("finalizers");
            return document;
        }));
        Attempt(() => cluster.Delete(kind, name));
    }

    private void Step(Member member, Action<Member, Instance> step)
    {
        if (instances.Find(member.Instance) is { State: InstanceState.Running } instance)
        {
            Attempt(() => step(member, instance));
        }
    }

    private static bool IsDeleting(StoredObject each)
        => each.Document().Text("metadata", "deletionTimestamp") is not null;

    // Somebody else deleted or changed the object first; the change that told will come around.
    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (StatusException error) when (error.Code is 404 or 409)
        {
            return;
        }
    }

    private sealed record Member(string Instance, string Pool, string Claim, string Node)
    {
        private int removing;

        public bool BeginRemoval() => Interlocked.Exchange(ref removing, 1) == 0;
    }
}
