using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Identity;

/// <summary>Who a caller is: there are no users, so the access key gives the name.</summary>
internal static class LocalCaller
{
    public static string Arn(LocalAccount account, string accessKeyId)
        => $"arn:aws:iam::{account.Id}:user/{accessKeyId}";
}
