using System.Text;

namespace Jarpoint.Cli.Tests.Help;

public sealed class ErrorTests
{
    private static readonly string[][] Mistakes =
    [
        ["frobnicate"],
        ["ls", "--frobnicate", "--catalog", "CATALOG"],
        ["ls", "--at", "last", "--catalog", "CATALOG"],
        ["ls", "--at", "-1", "--catalog", "CATALOG"],
        ["ls", "--at", "9", "--catalog", "CATALOG"],
        ["ls", "--since", "soon", "--catalog", "CATALOG"],
        ["ls", "--catalog", "/no/such"],
        ["ls", "--catalog", "/"],
        ["ls", "--catalog", "s3://"],
        ["ls", "nothing-is-called-so", "--catalog", "CATALOG"],
        ["show", "org.example:none:1", "--catalog", "CATALOG"],
        ["history", "jars/none.jar", "--catalog", "CATALOG"],
        ["diff", "-1", "--catalog", "CATALOG"],
        ["diff", "1", "9", "--catalog", "CATALOG"],
        ["resolve", "--catalog", "CATALOG"],
        ["resolve", "core", "--catalog", "CATALOG"],
        ["resolve", "a:b:[1", "--catalog", "CATALOG"],
        ["resolve", "a:b:1", "--conf", "--yaml", "--catalog", "CATALOG"],
        ["resolve", "org.example:core:7", "--catalog", "CATALOG"],
        ["resolve", "org.example:none:1", "jars/none.jar", "--catalog", "CATALOG"],
        ["resolve", "jars/broken.jar", "--catalog", "CATALOG"],
        ["resolve", "--locked", "--lock", "/no/such.lock", "--catalog", "CATALOG"],
        ["find-class", "*", "--catalog", "CATALOG"],
        ["find-class", "None", "--catalog", "CATALOG"],
        ["check"],
        ["check", "/no/such.yaml"],
        ["check", "--jars", "nonsense", "--catalog", "CATALOG"],
        ["check", "--jars", "org.example:none:1", "--catalog", "CATALOG"],
        ["verify", "--catalog", "/no/such"],
        ["rebuild", "--apply", "--catalog", "CATALOG"],
        ["index", "/no/such"],
        ["push", "a.jar", "--to", "nowhere"],
        ["completion", "fish"],
        ["completion"],
        ["show", "--catalog", "CATALOG"],
        ["show", "jars/core-1.0.jar", "jars/broken.jar", "--catalog", "CATALOG"],
        ["ls", "--java", "eleven", "--catalog", "CATALOG"],
        ["local", "--port", "99999"],
        ["local", "--nodes", "-3"],
        ["push", "a.jar", "--to", "s3://b/jars/", "--timeout", "soon"],
        ["nodes", "launch", "many"],
        ["nodes", "--endpoint", "http://127.0.0.1:1/", "launch", "1"],
        ["resolve", "jars/core-1.0.jar", "--mountpoint", "mnt", "--catalog", "CATALOG"],
        ["check", "--spark", "banana", "--jars", "jars/core-1.0.jar", "--catalog", "CATALOG"],
        ["check", "--jars", "./none.jar"],
        ["push", "/usr", "--to", "s3://b/jars/", "--endpoint", "http://127.0.0.1:1/"],
        ["nodes", "break", "node", "--how", "hard"],
    ];

    [Fact]
    public async Task What_is_said_of_a_mistake_is_as_it_was_reviewed()
    {
        using var catalog = new CatalogFolder();
        await catalog.PutAsync(
            ("jars/core-1.0.jar", JarFile.Of("org.example", "core", "1.0")),
            ("jars/broken.jar", "no archive"u8.ToArray()));
        var text = new StringBuilder();
        foreach (var mistake in Mistakes)
        {
            var run = await Invocation.RunAsync([.. mistake.Select(word => word == "CATALOG" ? catalog.Path : word)]);
            run.ExitCode.ShouldNotBe(ExitCodes.Success, string.Join(' ', mistake));
            // Beside an unknown word stands the help, which has snapshots of its own.
            var output = run.Output.Contains("Usage:", StringComparison.Ordinal) ? "(help)\n" : run.Output;
            text.Append($"$ jarpoint {string.Join(' ', mistake)}\n{output}{run.Error}exit code {run.ExitCode}\n\n");
        }

        text.Replace(catalog.Path, "CATALOG").ToString().ShouldBeKept("errors");
    }
}
