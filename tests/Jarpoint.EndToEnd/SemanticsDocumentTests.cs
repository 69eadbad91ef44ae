using System.Text.RegularExpressions;

namespace Jarpoint.EndToEnd;

public sealed partial class SemanticsDocumentTests
{
    [Fact]
    public void Every_promise_names_tests_that_exist()
    {
        var root = Repository.Root;
        var tests = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => TestMethod().Matches(File.ReadAllText(file)))
            .Select(method => method.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var promises = File.ReadAllText(Path.Combine(root, "docs", "semantics.md"))
            .Split("\n\n")
            .Where(paragraph => !paragraph.StartsWith('#'))
            .Skip(1)
            .ToList();

        promises.Count.ShouldBeGreaterThan(20);
        promises.Where(promise => !promise.Contains("\n: `", StringComparison.Ordinal)).ShouldBeEmpty();
        promises.SelectMany(promise => TestName().Matches(promise[promise.IndexOf("\n: ", StringComparison.Ordinal)..]))
            .Select(name => name.Groups[1].Value)
            .Where(name => !tests.Contains(name))
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"public (?:async )?(?:void|Task|ValueTask|bool|Property) (\w+)\(")]
    private static partial Regex TestMethod();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex TestName();
}
