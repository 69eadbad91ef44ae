using System.Text.Json.Nodes;
using Jarpoint.Template.Yaml;

namespace Jarpoint.Template.Sam;

public sealed class SamExpansionTests
{
    private const string Template = """
        Transform: AWS::Serverless-2016-10-31
        Globals:
          Function:
            Runtime: provided.al2023
            CodeUri: code/
            Tracing: Active
            Layers: [first]
            Tags: { team: data }
            Environment: { Variables: { A: global, B: !If [C, x, y] } }
        Resources:
          F:
            Type: AWS::Serverless::Function
            Condition: C
            DependsOn: Q
            Properties:
              Handler: F
              Role: !GetAtt R.Arn
              Layers: [second]
              Environment: { Variables: { A: own, D: !Ref Q } }
          Q:
            Type: AWS::SQS::Queue
        """;

    // What SAM's transform makes of it, by its documentation and its translator's expected outputs.
    // https://github.com/aws/serverless-application-model/tree/develop/tests/translator/output
    [Fact]
    public void A_function_becomes_what_SAM_makes_of_it()
        => JsonNode.DeepEquals(Expand(Template), JsonNode.Parse("""
            {"Resources":{
              "F":{"Type":"AWS::Lambda::Function","Condition":"C","DependsOn":"Q","Properties":{
                "Runtime":"provided.al2023","Handler":"F","Role":{"Fn::GetAtt":["R","Arn"]},
                "Layers":["first","second"],
                "Environment":{"Variables":{"A":"own","B":{"Fn::If":["C","x","y"]},"D":{"Ref":"Q"}}},
                "Code":{"S3Bucket":"b","S3Key":"k"},
                "Tags":[{"Key":"lambda:createdBy","Value":"SAM"},{"Key":"team","Value":"data"}],
                "TracingConfig":{"Mode":"Active"}}},
              "Q":{"Type":"AWS::SQS::Queue"}}}
            """)).ShouldBeTrue(Expand(Template).ToJsonString());

    [Fact]
    public void The_template_given_stays_as_it_is()
    {
        var written = TemplateYaml.Parse(Template);
        var before = written.ToJsonString();

        SamExpansion.Expand(written, new FunctionCode("b", "k"));

        written.ToJsonString().ShouldBe(before);
    }

    [Theory]
    [InlineData("Handler: F", "Handlr: F", "Resources.F.Properties.Handlr")]
    [InlineData("Handler: F", "Events: {}", "plain CloudFormation")]
    [InlineData("Handler: F", "Description: x", "Resources.F.Properties.Handler")]
    [InlineData("Tracing: Active", "Trace: Active", "Globals.Function.Trace")]
    [InlineData("Tracing: Active", "Role: x", "Globals.Function.Role")]
    [InlineData("  Function:", "  Functions:", "Globals")]
    [InlineData("Condition: C", "Conditon: C", "Resources.F.Conditon")]
    [InlineData("AWS::Serverless::Function", "AWS::Serverless::Api", "AWS::Serverless::Api")]
    [InlineData("AWS::Serverless::Function", "AWS::Serverless::Funktion", "AWS::Serverless::Funktion")]
    [InlineData("AWS::Serverless-2016-10-31", "AWS::Serverless-2016-10-32", "Transform")]
    [InlineData("Globals:", "Global:", "Global")]
    public void What_is_misspelt_is_named(string right, string wrong, string named)
        => Should.Throw<TemplateException>(() => Expand(Template.Replace(right, wrong, StringComparison.Ordinal)))
            .Message.ShouldContain(named);

    private static JsonObject Expand(string text) => SamExpansion.Expand(TemplateYaml.Parse(text), new FunctionCode("b", "k"));
}
