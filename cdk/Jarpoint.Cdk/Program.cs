using Amazon.CDK;
using Jarpoint.Cdk.Demo;

var app = new App();
new DemoClusterStack(app, "demo-cluster", new() { Name = "spark", Administrators = ["Admin"] });
app.Synth();
