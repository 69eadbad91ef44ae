using Amazon.CDK;
using Jarpoint.Cdk;

var app = new App();
Environments.Demo(app);
Environments.Existing(app);
app.Synth();
