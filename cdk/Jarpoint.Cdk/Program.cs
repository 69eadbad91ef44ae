using Amazon.CDK;
using Jarpoint.Cdk;
using Jarpoint.Cdk.Application;
using Jarpoint.Nodes.Plan;
using Jarpoint.Template;

try
{
    var app = new App();
    Environments.All(app, LambdaPackage.Folder);
    app.Synth();
    return 0;
}
catch (Exception e) when (e is ArgumentException or InvalidOperationException or InvalidMountPlanException or TemplateException)
{
    // A setting, or something that is to be made first: the message says all there is.
    Console.Error.WriteLine($"jarpoint: {e.Message}");
    return 1;
}
