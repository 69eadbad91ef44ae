using System.Text;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Local;

/// <summary>A kubeconfig file for the cluster of the laptop cloud. JSON is YAML too.</summary>
internal static class KubeConfig
{
    /// <summary>Writes it, readable by its owner only: it has a token.</summary>
    public static string Write(string directory, NodePlane nodes)
    {
        var path = Path.Combine(directory, "kubeconfig");
        var authority = Convert.ToBase64String(Encoding.ASCII.GetBytes(nodes.ClusterAuthority));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path, options))
        {
            file.Write(Encoding.UTF8.GetBytes(
                $$"""
                apiVersion: v1
                kind: Config
                current-context: jarpoint
                clusters:
                - name: jarpoint
                  cluster: {server: "{{nodes.ClusterEndpoint.AbsoluteUri}}", certificate-authority-data: "{{authority}}"}
                users:
                - name: jarpoint
                  user: {token: "{{nodes.AdminToken}}"}
                contexts:
                - name: jarpoint
                  context: {cluster: jarpoint, user: jarpoint}

                """));
        }

        return path;
    }
}
