using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.NodeDocument;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

/// <summary>The documents that Jarpoint ships, through every check of the service.</summary>
public sealed class ShippedDocumentTests
{
    [Fact]
    public async Task Both_documents_are_accepted_and_get_their_parameters_as_variables_only()
    {
        await using var cloud = await StartAsync();
        await CreateAsync(cloud, "jarpoint-mount", CommandDocument.Mount);
        await CreateAsync(cloud, "jarpoint-care", CommandDocument.Care);
        var machine = new FakeMachine();
        var ids = cloud.Register(1, machine);
        await RunAsync(cloud, ids, "jarpoint-mount", new() { ["Mounts"] = ["bucket=jars,cache-mib=2048 bucket=b,prefix=x/"] });
        await RunAsync(cloud, ids, "jarpoint-care", new() { ["Action"] = ["verify"] });

        var scripts = machine.Scripts.ToArray();
        scripts[0].Environment["SSM_Mounts"].ShouldBe("bucket=jars,cache-mib=2048 bucket=b,prefix=x/");
        scripts[1].Environment["SSM_Action"].ShouldBe("verify");
        scripts[1].Environment["SSM_Directories"].ShouldBe("");
        scripts[0].Timeout.ShouldBeLessThan(TimeSpan.FromHours(1), "an hour is what a time-out out of range becomes");
        scripts[0].Text.ShouldNotContain("bucket=jars");
    }

    [Theory]
    [InlineData("jarpoint-mount", "Mounts", "bucket=a;reboot")]
    [InlineData("jarpoint-mount", "Mounts", "bucket=$(id)")]
    [InlineData("jarpoint-mount", "Mounts", "bucket=a\nprefix=b")]
    [InlineData("jarpoint-mount", "Mounts", "bucket=a\n")]
    [InlineData("jarpoint-mount", "Mounts", "")]
    [InlineData("jarpoint-care", "Action", "unmount")]
    [InlineData("jarpoint-care", "Action", "verify\n")]
    public async Task Their_patterns_refuse_what_is_not_a_setting(string document, string parameter, string value)
    {
        await using var cloud = await StartAsync();
        await CreateAsync(cloud, "jarpoint-mount", CommandDocument.Mount);
        await CreateAsync(cloud, "jarpoint-care", CommandDocument.Care);
        var ids = cloud.Register(1, new FakeMachine());

        await Should.ThrowAsync<InvalidParametersException>(cloud.SendAsync(
            ids, document, request => request.Parameters = new() { [parameter] = [value] }));
    }

    private static async Task CreateAsync(SsmServer cloud, string name, Func<string> document)
        => await cloud.Client.CreateDocumentAsync(
            new CreateDocumentRequest { Name = name, DocumentType = "Command", Content = Written(document) }, Cancellation);

    private static async Task RunAsync(
        SsmServer cloud, IEnumerable<string> ids, string document, Dictionary<string, List<string>> parameters)
        => (await cloud.OverAsync(await cloud.SendAsync(ids, document, request => request.Parameters = parameters)))
            .StatusDetails.ShouldBe("Success");

    private static string Written(Func<string> document)
    {
        try
        {
            return document();
        }
        catch (NotSupportedException error)
        {
            Assert.Skip(error.Message);
            throw;
        }
    }
}
