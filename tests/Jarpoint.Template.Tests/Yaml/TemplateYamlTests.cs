namespace Jarpoint.Template.Yaml;

public sealed class TemplateYamlTests
{
    [Theory]
    [InlineData("!Ref A", """{"Ref":"A"}""")]
    [InlineData("!GetAtt A.B.C", """{"Fn::GetAtt":["A","B.C"]}""")]
    [InlineData("!GetAtt [A, B]", """{"Fn::GetAtt":["A","B"]}""")]
    [InlineData("!Sub \"${A}-x\"", """{"Fn::Sub":"${A}-x"}""")]
    [InlineData("!If [C, !Ref A, [1, true]]", """{"Fn::If":["C",{"Ref":"A"},[1,true]]}""")]
    [InlineData("!Not [!Condition C]", """{"Fn::Not":[{"Condition":"C"}]}""")]
    [InlineData("!Join [\",\", [a]]", """{"Fn::Join":[",",["a"]]}""")]
    public void Short_forms_become_long_ones(string value, string expected)
        => TemplateYaml.Parse($"a: {value}")["a"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldBe(expected);

    [Theory]
    [InlineData("12", "12")]
    [InlineData("-1", "-1")]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("\"2012-10-17\"", "\"2012-10-17\"")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("000000000012", "\"000000000012\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("\"\"", "\"\"")]
    public void Scalars_are_what_they_look_like_and_quoted_ones_text(string value, string expected)
        => TemplateYaml.Parse($"a: {value}")["a"]!.ToJsonString().ShouldBe(expected);

    [Fact]
    public void Nothing_is_null() => TemplateYaml.Parse("a:")["a"].ShouldBeNull();

    [Theory]
    [InlineData("a: 1\na: 2", "line 2")]
    [InlineData("a: !GetAt B.C", "!GetAt")]
    [InlineData("a: !GetAtt B", "!GetAtt")]
    [InlineData("a: &x {b: 1}\nc: *x", "aliases")]
    [InlineData("a: 1\n---\nb: 1", "one document")]
    [InlineData("- a", "one mapping")]
    [InlineData("a: [", "line")]
    public void What_CloudFormation_does_not_take_is_refused_with_its_place(string text, string named)
        => Should.Throw<TemplateException>(() => TemplateYaml.Parse(text)).Message.ShouldContain(named);
}
