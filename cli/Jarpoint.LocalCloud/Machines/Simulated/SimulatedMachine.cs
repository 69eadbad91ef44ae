using System.Text.Json;

namespace Jarpoint.LocalCloud.Machines.Simulated;

/// <summary>A machine that is a few values: nothing runs, and what is due happens when somebody looks.</summary>
internal sealed class SimulatedMachine(Func<string, bool> hasBucket, SimulatedMachineOptions options, TimeProvider time)
    : INodeMachine
{
    private readonly Lock changing = new();
    private readonly CancellationTokenSource ended = new();
    private readonly List<SimulatedMount> mounts = [];
    private bool throttled;
    private bool installed;

    public async Task<ScriptRun> RunAsync(NodeScript script, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(ended.IsCancellationRequested, this);
        var takes = script.Environment.ContainsKey("SSM_Mounts") ? options.MountTime : options.CareTime;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellationToken);
        try
        {
            await Task.Delay(takes < script.Timeout ? takes : script.Timeout, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ScriptRun(null, string.Empty, string.Empty);
        }

        if (takes >= script.Timeout)
        {
            return new ScriptRun(null, string.Empty, string.Empty);
        }

        lock (changing)
        {
            Advance();
            return Answer(script.Environment);
        }
    }

    public Task BreakAsync(Breakage how, CancellationToken cancellationToken)
    {
        lock (changing)
        {
            Advance();
            Break(how);
        }

        return Task.CompletedTask;
    }

    public IReadOnlyList<MachineMount> Mounts()
    {
        lock (changing)
        {
            Advance();
            return [.. mounts.Select(mount => new MachineMount(mount.Settings.Mountpoint, null, !mount.Broken))];
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!ended.IsCancellationRequested)
        {
            await ended.CancelAsync();
            ended.Dispose();
        }
    }

    // Of no mount: the script prints one line all the same.
    private static ScriptRun Refuse(int code, string sentence)
        => Print([new MountAnswer(string.Empty, string.Empty, string.Empty, "absent", "none", code, 0, 0, sentence)]);

    private static ScriptRun Print(IReadOnlyList<MountAnswer> answers) => new(
        NodeExit.Worst(answers.Select(answer => answer.Code)),
        string.Concat(answers.Select(answer => JsonSerializer.Serialize(answer, MountAnswerJson.Default.MountAnswer) + "\n")),
        string.Empty);

    private void Advance()
    {
        foreach (var mount in mounts)
        {
            mount.Advance(time.GetUtcNow(), !throttled);
        }
    }

    private void Break(Breakage how)
    {
        if (how is Breakage.Kill or Breakage.Freeze or Breakage.Unmount && mounts.Count == 0)
        {
            throw new InvalidOperationException("The machine has no mount.");
        }

        throttled = how switch
        {
            Breakage.Throttle => true,
            Breakage.Mend => false,
            _ => throttled,
        };
        foreach (var mount in mounts)
        {
            if (how is Breakage.Kill or Breakage.Unmount)
            {
                mount.Break(time.GetUtcNow() + options.RepairTime);
            }
            else if (how == Breakage.Freeze)
            {
                mount.Freeze(time.GetUtcNow() + options.HangTime);
            }
            else if (how == Breakage.Mend)
            {
                mount.Thaw();
            }
        }
    }

    private ScriptRun Answer(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.TryGetValue("SSM_Mounts", out var text))
        {
            return MountSettings.TryParse(text, out var wanted)
                ? Print([.. wanted.Select(Mount)])
                : Refuse(NodeExit.SettingWrong, "JARPOINT_MOUNTS: is no list of mounts");
        }

        return environment.GetValueOrDefault("SSM_Action") switch
        {
            "verify" => Care(Verify),
            "status" => Care(Status),
            "refresh" => Care(mount => Look(mount, "refreshed")),
            "warm" => Care(mount => Look(mount, "warmed")),
            _ => Refuse(
                NodeExit.SettingWrong, "Action: is none; a simulated machine runs the documents of Jarpoint only"),
        };
    }

    private ScriptRun Care(Func<SimulatedMount, MountAnswer> look) => mounts.Count > 0
        ? Print([.. mounts.Select(look)])
        : Refuse(NodeExit.NothingMounted, "no mount is configured on this node");

    private MountAnswer Mount(MountSettings wanted)
    {
        var mount = mounts.Find(each => each.Settings.Mountpoint == wanted.Mountpoint);
        if (mount is not null && !mount.Broken && mount.Settings == wanted)
        {
            return Look(mount, "none");
        }

        if (throttled || !hasBucket(wanted.Bucket))
        {
            var why = throttled ? "S3 answers 503" : $"bucket {wanted.Bucket} does not exist";
            return Say(new SimulatedMount(wanted), "absent", "none", NodeExit.NotMountable, $"mount-s3 could not mount: {why}");
        }

        var action = mount is not null ? "remounted" : installed ? "mounted" : "installed";
        installed = true;
        if (mount?.Settings == wanted)
        {
            mount.Remount();
        }
        else
        {
            mounts.Remove(mount!);
            mount = new SimulatedMount(wanted);
            mounts.Add(mount);
        }

        return Say(mount, "healthy", action, NodeExit.Done, $"{wanted.Mountpoint} answers");
    }

    // A repair is told once, by verify only.
    private MountAnswer Verify(SimulatedMount mount)
    {
        var answer = Look(mount, "none");
        if (answer.Code != NodeExit.Done || mount.Repairs == mount.Reported)
        {
            return answer;
        }

        mount.Reported = mount.Repairs;
        return answer with { Code = NodeExit.Repaired, Detail = answer.Detail + "; repaired since the last verify that said so" };
    }

    // As the script, verify repairs what is dead and leaves alone what nobody can know of.
    private MountAnswer Look(SimulatedMount mount, string action)
    {
        if (throttled)
        {
            return Say(mount, "unknown", "none", NodeExit.Unknown, "S3 does not answer for the mount");
        }

        if (!mount.Broken)
        {
            return Say(mount, "healthy", action, NodeExit.Done, $"{mount.Settings.Mountpoint} answers");
        }

        mount.Remount();
        return Say(mount, "healthy", "remounted", NodeExit.Done, $"{mount.Settings.Mountpoint} was dead");
    }

    private MountAnswer Status(SimulatedMount mount)
        => throttled ? Say(mount, "unknown", "none", NodeExit.Unknown, "S3 does not answer for the mount")
            : mount.Broken ? Say(mount, "dead", "none", NodeExit.Dead, $"{mount.Settings.Mountpoint} does not answer")
            : Say(mount, "healthy", "none", NodeExit.Done, $"{mount.Settings.Mountpoint} answers");

    private static MountAnswer Say(SimulatedMount mount, string state, string action, int code, string detail) => new(
        mount.Settings.Mountpoint, mount.Settings.Bucket, mount.Settings.Prefix, state, action, code, mount.Repairs, 0, detail);
}
