using Amazon.CDK;
using Constructs;

namespace Jarpoint.Cdk;

internal sealed class JarpointStack(Construct scope, string id) : Stack(scope, id);
