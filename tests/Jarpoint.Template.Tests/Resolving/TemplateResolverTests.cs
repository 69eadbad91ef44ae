using Jarpoint.Template.Yaml;

namespace Jarpoint.Template.Resolving;

public sealed class TemplateResolverTests
{
    private const string Template = """
        Parameters:
          Name: { Type: String, Default: "", AllowedPattern: "^[a-z]*$", ConstraintDescription: must be small letters }
          Size: { Type: Number, Default: 5, MinValue: 1, MaxValue: 9 }
          Kind: { Type: String, Default: a, AllowedValues: [a, b] }
        Mappings:
          Sizes: { a: { memory: 128 }, b: { memory: 256 } }
        Conditions:
          IsNamed: !Not [!Equals [!Ref Name, ""]]
          IsLarge: !And [!Condition IsNamed, !Or [!Equals [!Ref Size, 9], !Equals [!Ref Kind, b]]]
        Resources:
          Queue: { Type: AWS::SQS::Queue }
          Large: { Type: AWS::SQS::Queue, Condition: IsLarge }
          It:
            Type: X::Y::Z
            Properties:
              Value: PLACE
        """;

    [Theory]
    [InlineData("!Ref Size", "\"5\"")]
    [InlineData("!Ref AWS::Region", "\"us-east-1\"")]
    [InlineData("!Ref Queue", "\"https://sqs.us-east-1.amazonaws.com/000000000000/jarpoint-Queue\"")]
    [InlineData("!GetAtt Queue.Arn", "\"arn:aws:sqs:us-east-1:000000000000:jarpoint-Queue\"")]
    [InlineData("!GetAtt Queue.QueueName", "\"jarpoint-Queue\"")]
    [InlineData("!Sub \"${Queue.Arn}/${Size}/${!Size}\"", "\"arn:aws:sqs:us-east-1:000000000000:jarpoint-Queue/5/${Size}\"")]
    [InlineData("!Sub [\"${x}-${Kind}\", {x: !Ref Size}]", "\"5-a\"")]
    [InlineData("!If [IsNamed, 1, 2]", "2")]
    [InlineData("[1, !If [IsNamed, 1, !Ref AWS::NoValue], 3]", "[1,3]")]
    [InlineData("{a: 1, b: !Ref AWS::NoValue}", "{\"a\":1}")]
    [InlineData("!Join [\"-\", [a, !Ref Kind]]", "\"a-a\"")]
    [InlineData("!Select [1, !Split [\",\", \"x,y\"]]", "\"y\"")]
    [InlineData("!FindInMap [Sizes, !Ref Kind, memory]", "128")]
    public void Functions_give_literals(string value, string expected)
        => Resolve(value, []).Resource("It").Get("Value").ToJsonString().ShouldBe(expected);

    [Theory]
    [InlineData("!Ref Nobody", "Nobody")]
    [InlineData("!Ref Large", "Large")]
    [InlineData("!GetAtt Queue.Arm", "Arm")]
    [InlineData("!GetAtt It.Arn", "X::Y::Z")]
    [InlineData("!Sub \"${Nobody}\"", "Nobody")]
    [InlineData("!If [IsSmall, 1, 2]", "IsSmall")]
    [InlineData("!If [IsNamed, 1]", "Fn::If")]
    [InlineData("!FindInMap [Sizes, c, memory]", "Sizes.c.memory")]
    [InlineData("!Select [2, [a, b]]", "Fn::Select")]
    [InlineData("{Fn::Cidr: [a]}", "Fn::Cidr")]
    [InlineData("{Fn::Sub: a, b: c}", "Fn::Sub")]
    [InlineData("{Fn::Transform: {Name: AWS::Include, Parameters: {Location: x.json}}}", "x.json")]
    [InlineData("{Fn::Transform: {Name: Macro}}", "AWS::Include")]
    public void What_leads_nowhere_or_is_not_known_fails_loudly(string value, string named)
    {
        var fault = Should.Throw<TemplateException>(() => Resolve(value, []));

        fault.Message.ShouldContain(named);
        fault.Place.ShouldStartWith("Resources.It.Properties");
    }

    [Theory]
    [InlineData("", "5", "a", false)]
    [InlineData("x", "9", "a", true)]
    [InlineData("x", "5", "b", true)]
    [InlineData("x", "5", "a", false)]
    [InlineData("", "9", "b", false)]
    public void Resources_exist_by_their_condition(string name, string size, string kind, bool exists)
        => Resolve("1", new() { ["Name"] = name, ["Size"] = size, ["Kind"] = kind })
            .Resources.ContainsKey("Large").ShouldBe(exists);

    [Theory]
    [InlineData("Name", "X", "must be small letters")]
    [InlineData("Name", "x\n", "must be small letters")]
    [InlineData("Size", "0", "too small")]
    [InlineData("Size", "10", "too large")]
    [InlineData("Size", "many", "no number")]
    [InlineData("Kind", "c", "none of the allowed values")]
    [InlineData("Knid", "a", "no such parameter")]
    public void Parameters_that_are_not_allowed_are_named(string name, string value, string says)
    {
        var fault = Should.Throw<TemplateException>(() => Resolve("1", new() { [name] = value }));

        fault.Place.ShouldBe($"Parameters.{name}");
        fault.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("IsNamed: !Not [!Equals [!Ref Name, \"\"]]", "IsNamed: !Not [!Condition IsLarge]", "itself")]
    [InlineData("!Condition IsNamed", "!Condition IsNammed", "IsNammed")]
    [InlineData("Condition: IsLarge", "Condition: IsLagre", "IsLagre")]
    [InlineData("Kind, b", "Kidn, b", "Kidn")]
    public void Conditions_that_cannot_be_told_are_named(string right, string wrong, string named)
        => Should.Throw<TemplateException>(() => TemplateResolver.Resolve(
            TemplateYaml.Parse(Template.Replace(right, wrong, StringComparison.Ordinal)), new StackDeployment()))
            .Message.ShouldContain(named);

    private static ResolvedTemplate Resolve(string value, Dictionary<string, string> parameters)
        => TemplateResolver.Resolve(
            TemplateYaml.Parse(Template.Replace("PLACE", value, StringComparison.Ordinal)),
            new StackDeployment { Parameters = parameters });
}
