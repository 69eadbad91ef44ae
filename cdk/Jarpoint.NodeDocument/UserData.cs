using System.Text;

namespace Jarpoint.NodeDocument;

/// <summary>User data of an EC2NodeClass on Amazon Linux 2023 that mounts before kubelet starts.</summary>
/// <remarks>
/// MIME multi-part with one shell script; Karpenter adds its NodeConfig as another part. A boundary of its own, since
/// Karpenter's is <c>//</c>.
/// https://karpenter.sh/docs/concepts/nodeclasses/#al2023-1
/// </remarks>
public static class UserData
{
    /// <summary>EC2 takes user data up to this size in bytes, Karpenter's part and base64 not counted.</summary>
    public const int LargestSize = 16 * 1024;

    /// <summary>Room for Karpenter's NodeConfig: endpoint, certificate authority (about 1.5 KB), kubelet settings.</summary>
    public const int RoomForKarpenter = 6 * 1024;

    private const string Boundary = "jarpoint";
    private const string SettingsLine = "#@SETTINGS@\n";

    /// <summary>Where a deployment puts the node script unless it names another place: by digest, so that versions lie side by side.</summary>
    public static string ScriptKey { get; } = $"node/{NodeScriptText.Sha256}/{NodeScriptText.FileName}";

    /// <summary>User data as a person would write it into <c>spec.userData</c>: text, not base64.</summary>
    /// <exception cref="ArgumentException">A setting is not of its alphabet, or all of it is too long.</exception>
    public static string Render(UserDataSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var variables = new StringBuilder();
        foreach (var (name, value) in UserDataRules.Variables(settings))
            variables.Append("export ").Append(name).Append("='").Append(value).Append("'\n");

        var text = $"""
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="{Boundary}"

            --{Boundary}
            Content-Type: text/x-shellscript; charset="us-ascii"

            {EntryPointText.UserData.Replace(SettingsLine, variables.ToString(), StringComparison.Ordinal)}
            --{Boundary}--

            """.ReplaceLineEndings("\n");
        return text.Length <= LargestSize - RoomForKarpenter
            ? text
            : throw new ArgumentException(
                $"User data: {text.Length} bytes, limit {LargestSize - RoomForKarpenter} beside Karpenter's part", nameof(settings));
    }
}
