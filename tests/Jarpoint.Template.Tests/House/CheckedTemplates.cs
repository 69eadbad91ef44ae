namespace Jarpoint.Template.Tests.House;

/// <summary>The template and all its seeded mistakes, checked at once: the validators take seconds to start.</summary>
public sealed class CheckedTemplates : IAsyncLifetime
{
    internal const string Whole = "template";

    internal ILookup<string, Finding> Findings { get; private set; } = Array.Empty<Finding>().ToLookup(_ => string.Empty);

    public async ValueTask InitializeAsync() => Findings = await TemplateChecks.RunAsync(
        [
            new TemplateUnderTest(Whole, ApplicationTemplate.Parse()),
            .. SeededMistakes.All.Select(static mistake =>
            {
                var template = ApplicationTemplate.Parse();
                var before = template.ToJsonString();
                mistake.Make(template);
                template.ToJsonString().ShouldNotBe(before, mistake.Name);
                return new TemplateUnderTest(mistake.Name, template);
            }),
        ],
        CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
