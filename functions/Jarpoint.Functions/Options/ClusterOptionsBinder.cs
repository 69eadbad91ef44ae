using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Transport;

namespace Jarpoint.Functions.Options;

/// <summary>Reads where the cluster's API server is; the cluster's name is read with the policy.</summary>
internal static class ClusterOptionsBinder
{
    /// <returns>Null when the API server's address is faulty.</returns>
    public static ClusterOptions? Bind(OptionsReader reader)
    {
        var options = new ClusterOptions
        {
            Name = reader.Text(OptionNames.Cluster) ?? string.Empty,
            Region = reader.Required(OptionNames.Region),
            Endpoint = reader.Text(OptionNames.ClusterEndpoint),
            CertificateAuthority = reader.Text(OptionNames.ClusterAuthority),
            EksEndpoint = reader.Text(OptionNames.EksEndpoint) ?? reader.Text(OptionNames.AwsEndpoint),
        };
        return IsUsable(options, reader) ? options : null;
    }

    private static bool IsUsable(ClusterOptions options, OptionsReader reader)
    {
        if (options.Endpoint is null)
        {
            if (options.CertificateAuthority is not null)
            {
                reader.Fault($"{OptionNames.ClusterAuthority} is set and {OptionNames.ClusterEndpoint} is not: set both or neither");
                return false;
            }

            return true;
        }

        try
        {
            ClusterLocation.Parse(options.Endpoint, options.CertificateAuthority);
            return true;
        }
        catch (FormatException e)
        {
            reader.Fault($"{OptionNames.ClusterEndpoint} with {OptionNames.ClusterAuthority}: {e.Message}");
            return false;
        }
    }
}
