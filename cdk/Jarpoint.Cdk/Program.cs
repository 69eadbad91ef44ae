using Amazon.CDK;
using Jarpoint.Cdk.Demo;
using Jarpoint.Cdk;

var app = new App();
new DemoClusterStack(app, "demo-cluster", new() { Name = "spark", Administrators = ["Admin"] });
new JarpointStack(app, "jarpoint");
app.Synth();
