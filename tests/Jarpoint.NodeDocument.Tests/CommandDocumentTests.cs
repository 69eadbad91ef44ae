using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jarpoint.Tests;

namespace Jarpoint.NodeDocument.Tests;

public sealed class CommandDocumentTests
{
    public static TheoryData<string, string> Documents => new()
    {
        { MountCommand.DocumentName, CommandDocument.Mount() },
        { CareCommand.DocumentName, CommandDocument.Care() },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Carries_the_script_whole_line_by_line(string name, string document)
    {
        using var json = JsonDocument.Parse(document);
        var inputs = Step(json).GetProperty("inputs");
        var lines = inputs.GetProperty("runCommand").EnumerateArray().Select(line => line.GetString());
        (string.Join('\n', lines) + "\n").ShouldBe(NodeScriptText.Whole, name);
        lines.First().ShouldBe("#!/usr/bin/env bash");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Keeps_to_the_rules_of_schema_2_2(string name, string document)
    {
        Encoding.UTF8.GetByteCount(document).ShouldBeLessThan(CommandDocument.LargestSize);
        // SSM would take it for a parameter in the text of a command.
        document.ShouldNotContain("{{");
        using var json = JsonDocument.Parse(document);
        json.RootElement.GetProperty("schemaVersion").GetString().ShouldBe("2.2");
        var step = Step(json);
        step.GetProperty("action").GetString().ShouldBe("aws:runShellScript");
        step.GetProperty("inputs").GetProperty("timeoutSeconds").GetInt32().ShouldBeInRange(5, 172_800);
        name.ShouldMatch("^[a-zA-Z0-9_.-]{3,128}$");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Hands_every_parameter_over_as_a_variable_and_bounds_its_values(string name, string document)
    {
        using var json = JsonDocument.Parse(document);
        var parameters = json.RootElement.GetProperty("parameters").EnumerateObject().ToList();
        parameters.ShouldNotBeEmpty(name);
        foreach (var parameter in parameters)
        {
            parameter.Value.GetProperty("type").GetString().ShouldBe("String");
            parameter.Value.GetProperty("interpolationType").GetString().ShouldBe("ENV_VAR");
            NodeScriptText.Whole.ShouldContain("SSM_" + parameter.Name);
            if (!parameter.Value.TryGetProperty("allowedValues", out _))
            {
                var pattern = parameter.Value.GetProperty("allowedPattern").GetString()!;
                pattern.ShouldStartWith("^");
                pattern.ShouldEndWith("$");
                if (parameter.Value.TryGetProperty("default", out var value))
                    Regex.IsMatch(value.GetString()!, pattern).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Is_the_bundle_of_this_checkout_byte_for_byte()
    {
        await using var node = new NodeSandbox();
        var bundle = Path.Combine(Repository.Root, "cdk/node/bundle");
        var printed = await node.CallAsync($"'{bundle}'");
        printed.Output.ShouldBe(NodeScriptText.Whole);
    }

    [Theory]
    [InlineData("bucket=jars-bucket,mountpoint=/mnt/jarpoint/a bucket=other,prefix=x/,cache-mib=2048", true)]
    [InlineData("bucket=b;reboot", false)]
    [InlineData("bucket=$(id)", false)]
    [InlineData("bucket=a\nbucket=b", false)]
    [InlineData("", false)]
    public void Allows_mounts_and_nothing_else(string mounts, bool allowed)
        => Regex.IsMatch(mounts, MountCommand.MountsPattern).ShouldBe(allowed);

    private static JsonElement Step(JsonDocument document)
        => document.RootElement.GetProperty("mainSteps").EnumerateArray().ShouldHaveSingleItem();
}
