using System.CommandLine;
using System.Net;
using Jarpoint.Cli.Nodes;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Local;

/// <summary><c>jarpoint local</c>: the whole product on one machine, over the AWS protocols.</summary>
internal static class LocalCommand
{
    public static Command Create()
    {
        var jars = new Option<string[]>("--jars")
        {
            Description = "Folder whose jars are uploaded; may be repeated. "
                + "Default: $SPARK_HOME/jars, ~/.m2/repository, /usr/share/java, /usr/share/maven/lib.",
            HelpName = "DIR",
        };
        var once = new Option<bool>("--once") { Description = "Stop when everything is catalogued." };
        var keep = new Option<string?>("--keep")
        {
            Description = "Folder that keeps the buckets from one run to the next. Default: a temporary one.",
            HelpName = "DIR",
        };
        var nodes = new Option<int>("--nodes")
        {
            Description = "Launch so many nodes and mount the bucket on them; jarpoint nodes launches more. Default: 0.",
            HelpName = "N",
            CustomParser = static word => WholeNumber.Parse(word, "--nodes", 0, LaunchCommand.MostNodes) ?? 0,
        };
        var pool = new Option<string>("--pool")
        {
            Description = "Karpenter node pool of the nodes.",
            HelpName = "NAME",
            DefaultValueFactory = _ => LaunchCommand.DefaultPool,
        };
        var port = new Option<int>("--port")
        {
            Description = "Port on 127.0.0.1 for all services; 0 takes a free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => LocalCloudOptions.DefaultPort,
            CustomParser = static word => WholeNumber.Parse(word, "--port", 0, IPEndPoint.MaxPort) ?? 0,
        };
        var bootstrap = new Option<string?>("--bootstrap")
        {
            Description = "The Lambda executable to run. Default: the one beside this command.",
            HelpName = "FILE",
        };
        var logs = new Option<string?>("--logs")
        {
            Description = "File that gets the log lines of the functions.",
            HelpName = "FILE",
        };
        var command = new Command("local", "Run Jarpoint on this machine: upload jars, launch nodes, watch.")
        {
            jars, once, keep, nodes, pool, port, bootstrap, logs,
        };
        command.SetAction((parsed, cancellationToken) => new LocalRun(parsed.InvocationConfiguration.Output)
        {
            Folders = parsed.GetValue(jars) ?? [],
            Once = parsed.GetValue(once),
            Cloud = new LocalCloudOptions
            {
                Bootstrap = BootstrapFile.Find(parsed.GetValue(bootstrap)),
                KeepDirectory = parsed.GetValue(keep),
                Port = parsed.GetValue(port),
                Nodes = new LocalNodeOptions(),
            },
            Nodes = parsed.GetValue(nodes),
            Pool = parsed.GetValue(pool)!,
            LogFile = parsed.GetValue(logs),
        }.RunAsync(cancellationToken));
        return command;
    }
}
