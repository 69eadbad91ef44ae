using Amazon.CDK;
using Jarpoint.Cdk;
using Jarpoint.Cdk.Application;

var app = new App();
Environments.All(app, LambdaPackage.Folder);
app.Synth();
