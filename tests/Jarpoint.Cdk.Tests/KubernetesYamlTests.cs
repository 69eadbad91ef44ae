using System.Text.Json.Nodes;
using Jarpoint.Cdk.Manifests;

namespace Jarpoint.Cdk.Tests;

public sealed class KubernetesYamlTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("0444", "292")]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    [InlineData("~", "null")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("10Gi", "\"10Gi\"")]
    [InlineData("100m", "\"100m\"")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("[a, 1]", "[\"a\",1]")]
    [InlineData("{}", "{}")]
    public void A_value_has_the_type_kubectl_gives_it(string yaml, string json)
    {
        KubernetesYaml.Read($"value: {yaml}", "test").ShouldHaveSingleItem().ToJsonString(null).ShouldBe($$"""{"value":{{json}}}""");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("off")]
    [InlineData("0x1F")]
    [InlineData("0o17")]
    [InlineData("12:30:45")]
    [InlineData("1_000")]
    [InlineData("True")]
    public void What_readers_of_yaml_do_not_agree_upon_is_refused(string yaml)
    {
        Should.Throw<FormatException>(() => KubernetesYaml.Read($"value: {yaml}", "file.yaml"))
            .Message.ShouldStartWith("file.yaml, line 1: ");
    }

    [Fact]
    public void Every_document_is_an_object_and_empty_ones_are_none()
    {
        KubernetesYaml.Read("---\na: 1\n---\n# nothing\n---\nb: 2\n", "test").Select(one => one.ToJsonString(null))
            .ShouldBe(["""{"a":1}""", """{"b":2}"""]);
    }

    [Fact]
    public void A_block_of_text_is_kept_to_the_letter()
    {
        JsonNode text = KubernetesYaml.Read("script: |\n  #!/bin/sh\n  echo \"$1\"\n", "test")[0]["script"]!;

        ((string)text!).ShouldBe("#!/bin/sh\necho \"$1\"\n");
    }
}
