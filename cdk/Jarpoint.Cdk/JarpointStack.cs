using Amazon.CDK;
using Constructs;
using Jarpoint.Cdk.Application;

namespace Jarpoint.Cdk;

internal sealed class JarpointStack : Stack
{
    public JarpointStack(Construct scope, string id) : base(scope, id)
    {
        new JarpointApplication(this, "Application", "/tmp/lam", new Dictionary<string, string> { ["Cluster"] = "spark", ["Architecture"]="x86_64" });
    }
}
