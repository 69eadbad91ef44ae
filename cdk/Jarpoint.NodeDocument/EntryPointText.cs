using System.Text;

namespace Jarpoint.NodeDocument;

/// <summary>The scripts in <c>cdk/node</c> that start the node script otherwise than SSM does.</summary>
public static class EntryPointText
{
    /// <summary>File name of <see cref="DaemonSet"/>; the node script must lie beside it.</summary>
    public const string DaemonSetFileName = "daemonset";

    private static readonly Lazy<string> DaemonSetText = new(() => Read(DaemonSetFileName));
    private static readonly Lazy<string> UserDataText = new(() => Read("user-data"));

    /// <summary>What the container of the DaemonSet runs, and its probes.</summary>
    public static string DaemonSet => DaemonSetText.Value;

    /// <summary>What cloud-init runs, without settings.</summary>
    internal static string UserData => UserDataText.Value;

    private static string Read(string name)
    {
        using var stream = typeof(EntryPointText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly carries no resource '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
