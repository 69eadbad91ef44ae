using System.Text.Json;

namespace Jarpoint.LocalCloud.Tests.Systems;

/// <summary>Documents for tests.</summary>
internal static class TestDocuments
{
    public const string Plain = """
        {"schemaVersion":"2.2","mainSteps":[
          {"action":"aws:runShellScript","name":"main","inputs":{"runCommand":["echo hello"],"timeoutSeconds":600}}]}
        """;

    /// <summary>One parameter <c>Value</c>, printed.</summary>
    public static string WithValue(string line, bool environment, string? pattern = null)
    {
        var more = (environment ? ",\"interpolationType\":\"ENV_VAR\"" : "")
            + (pattern is null ? "" : $",\"allowedPattern\":\"{JsonEncodedText.Encode(pattern)}\"");
        return $$$"""
            {"schemaVersion":"2.2","description":"Prints its parameter.",
             "parameters":{"Value":{"type":"String","description":"What to print."{{{more}}}}},
             "mainSteps":[{"action":"aws:runShellScript","name":"print",
               "inputs":{"runCommand":["{{{JsonEncodedText.Encode(line)}}}"]}}]}
            """;
    }
}
