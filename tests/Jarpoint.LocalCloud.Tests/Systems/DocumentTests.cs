using System.Text.Json;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class DocumentTests
{
    private const string Step =
        """{"action":"aws:runShellScript","name":"main","inputs":{"runCommand":["true"]}}""";

    [Fact]
    public async Task A_document_is_created_read_updated_and_deleted()
    {
        await using var cloud = await StartAsync();
        var created = await cloud.Client.CreateDocumentAsync(
            new CreateDocumentRequest
            {
                Name = "jarpoint-test",
                DocumentType = DocumentType.Command,
                Content = TestDocuments.WithValue("echo \"$SSM_Value\"", environment: true, "[a-z]*"),
            },
            Cancellation);
        created.DocumentDescription.HashType.ShouldBe(DocumentHashType.Sha256);
        created.DocumentDescription.Parameters.ShouldHaveSingleItem().Name.ShouldBe("Value");

        var updated = await cloud.Client.UpdateDocumentAsync(
            new UpdateDocumentRequest { Name = "jarpoint-test", Content = TestDocuments.Plain }, Cancellation);
        updated.DocumentDescription.DocumentVersion.ShouldBe("2");
        updated.DocumentDescription.DefaultVersion.ShouldBe("1");

        (await cloud.Client.GetDocumentAsync("jarpoint-test", Cancellation)).DocumentVersion.ShouldBe("1");
        await cloud.Client.UpdateDocumentDefaultVersionAsync(
            new UpdateDocumentDefaultVersionRequest { Name = "jarpoint-test", DocumentVersion = "2" }, Cancellation);
        (await cloud.Client.GetDocumentAsync("jarpoint-test", Cancellation)).Content.ShouldBe(TestDocuments.Plain);
        (await cloud.Client.DescribeDocumentAsync(
            new DescribeDocumentRequest { Name = "jarpoint-test", DocumentVersion = "1" }, Cancellation))
            .Document.Description.ShouldBe("Prints its parameter.");

        await cloud.Client.DeleteDocumentAsync(new DeleteDocumentRequest { Name = "jarpoint-test" }, Cancellation);
        await Should.ThrowAsync<InvalidDocumentException>(cloud.Client.GetDocumentAsync("jarpoint-test", Cancellation));
    }

    [Fact]
    public async Task A_second_document_of_a_name_and_an_unchanged_update_are_refused()
    {
        await using var cloud = await StartAsync();
        var create = new CreateDocumentRequest { Name = "twice", Content = TestDocuments.Plain };
        await cloud.Client.CreateDocumentAsync(create, Cancellation);

        await Should.ThrowAsync<DocumentAlreadyExistsException>(cloud.Client.CreateDocumentAsync(create, Cancellation));
        await Should.ThrowAsync<DuplicateDocumentContentException>(cloud.Client.UpdateDocumentAsync(
            new UpdateDocumentRequest { Name = "twice", Content = TestDocuments.Plain }, Cancellation));
        await Should.ThrowAsync<InvalidDocumentOperationException>(cloud.Client.DeleteDocumentAsync(
            new DeleteDocumentRequest { Name = "twice", DocumentVersion = "1" }, Cancellation));
    }

    public static TheoryData<string, string, string> WrongContents() => new()
    {
        { "not json", "InvalidDocumentContent", "JSON" },
        { "[]", "InvalidDocumentContent", "Object" },
        { $$"""{"schemaVersion":2.2,"mainSteps":[{{Step}}]}""", "InvalidDocumentContent", "schemaVersion" },
        { $$"""{"schemaVersion":"2.3","mainSteps":[{{Step}}]}""", "InvalidDocumentSchemaVersion", "2.3" },
        { $$"""{"schemaVersion":"1.2","mainSteps":[{{Step}}]}""", "NotImplemented", "1.2" },
        { """{"schemaVersion":"2.2"}""", "InvalidDocumentContent", "mainSteps" },
        { """{"schemaVersion":"2.2","mainSteps":[]}""", "InvalidDocumentContent", "empty" },
        { $$"""{"schemaVersion":"2.2","mainSteps":[{{Step}}],"outputs":[]}""", "InvalidDocumentContent", "outputs" },
        { $$"""{"schemaVersion":"2.2","mainSteps":[{{Step}},{{Step}}]}""", "InvalidDocumentContent", "main" },
        { $$"""{"schemaVersion":"2.2","schemaVersion":"2.2","mainSteps":[{{Step}}]}""", "InvalidDocumentContent", "JSON" },
        { OfStep(Step.Replace("\"main\"", "\"a b c\"")), "InvalidDocumentContent", "a b c" },
        { OfStep(Step.Replace("aws:runShellScript", "aws:runDocument")), "NotImplemented", "aws:runDocument" },
        { OfStep(Step.Replace("[\"true\"]", "[1]")), "InvalidDocumentContent", "runCommand" },
        { OfStep(Step.Replace("\"runCommand\"", "\"commands\"")), "InvalidDocumentContent", "commands" },
        { OfStep(Step.Replace("\"name\"", "\"title\"")), "InvalidDocumentContent", "title" },
        { OfStep(Step.Replace("true", "echo {{ Missing }}")), "InvalidDocumentContent", "Missing" },
        { OfParameter("""{"type":"Text"}"""), "InvalidDocumentContent", "Text" },
        { OfParameter("""{"type":"string"}"""), "InvalidDocumentContent", "string" },
        { OfParameter("""{"default":"a"}"""), "InvalidDocumentContent", "type" },
        { OfParameter("""{"type":"String","default":["a"]}"""), "InvalidDocumentContent", "default" },
        { OfParameter("""{"type":"String","allowedPattern":"("}"""), "InvalidDocumentContent", "allowedPattern" },
        { OfParameter("""{"type":"String","allowedPattern":"a)(b"}"""), "InvalidDocumentContent", "allowedPattern" },
        { OfParameter("""{"type":"String","allowedValues":["a"],"default":"b"}"""), "InvalidDocumentContent", "allowedValues" },
        { OfParameter("""{"type":"String","allowedPattern":"a","default":"ab"}"""), "InvalidDocumentContent", "allowedPattern" },
        { OfParameter("""{"type":"StringList","interpolationType":"ENV_VAR"}"""), "InvalidDocumentContent", "ENV_VAR" },
        { OfParameter("""{"type":"String","interpolationType":"TEXT"}"""), "InvalidDocumentContent", "TEXT" },
        { OfParameter("""{"type":"String","minChars":"1"}"""), "InvalidDocumentContent", "minChars" },
        { OfParameter("""{"type":"String","allowPattern":"a"}"""), "InvalidDocumentContent", "allowPattern" },
        { OfStep(Step.Replace("true", new string('x', 70_000))), "MaxDocumentSizeExceeded", "65536" },
    };

    [Theory]
    [MemberData(nameof(WrongContents))]
    public async Task A_wrong_document_is_refused_by_its_documented_code(string content, string code, string named)
    {
        await using var cloud = await StartAsync();
        var error = await Should.ThrowAsync<AmazonSimpleSystemsManagementException>(cloud.Client.CreateDocumentAsync(
            new CreateDocumentRequest { Name = "wrong", Content = content }, Cancellation));

        error.ErrorCode.ShouldBe(code);
        error.Message.ShouldContain(named);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("with space")]
    [InlineData("AWS-Mine")]
    [InlineData("amazon-mine")]
    public async Task A_wrong_name_is_refused(string name)
    {
        await using var cloud = await StartAsync();
        var (_, body) = await cloud.PostAsync(
            "AmazonSSM.CreateDocument",
            $$"""{"Name":"{{name}}","Content":"{{JsonEncodedText.Encode(TestDocuments.Plain)}}"}""");

        body.ShouldContain("ValidationException");
    }

    private static string OfStep(string step) => $$"""{"schemaVersion":"2.2","mainSteps":[{{step}}]}""";

    private static string OfParameter(string parameter)
        => $$"""{"schemaVersion":"2.2","parameters":{"Value":{{parameter}}},"mainSteps":[{{Step}}]}""";
}
