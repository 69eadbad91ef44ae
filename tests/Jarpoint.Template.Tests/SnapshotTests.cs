using System.Text.Encodings.Web;
using System.Text.Json;
using Jarpoint.Template.Sam;
using Jarpoint.Tests;

namespace Jarpoint.Template.Tests;

public sealed class SnapshotTests
{
    /// <summary>Set to write the snapshot instead of comparing it; read the difference before committing it.</summary>
    private const string Rewrite = "REWRITE_SNAPSHOTS";

    private static readonly string File = Path.Combine(
        Repository.Root, "tests", "Jarpoint.Template.Tests", "Snapshots", "template.json");

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_template_expands_to_what_was_reviewed()
    {
        var expanded = ApplicationTemplate.Expand(new FunctionCode("artifacts", "bootstrap.zip")).ToJsonString(Json) + "\n";
        if (Environment.GetEnvironmentVariable(Rewrite) is { Length: > 0 })
        {
            await System.IO.File.WriteAllTextAsync(File, expanded, TestContext.Current.CancellationToken);
        }

        expanded.ShouldBe(
            await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken),
            $"{Rewrite}=1 accepts the change");
    }
}
