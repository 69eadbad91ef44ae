using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Jarpoint.Page.Tests.Browsing;

/// <summary>What a person does on the page. Ends with no fault of a script and nothing that the policy refused.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri address;
    private readonly ConcurrentQueue<string> faults = new();

    internal Visit(IBrowserContext context, IPage page, Uri address)
    {
        this.context = context;
        this.address = address;
        Page = page;
        page.PageError += (_, fault) => faults.Enqueue(fault);
        page.Dialog += (_, dialog) => faults.Enqueue($"a dialog: {dialog.Message}");
        page.Console += (_, message) => Note(message);
    }

    public IPage Page { get; }

    public ILocator Search => Page.GetByLabel("Search jars");

    public ILocator Rows => Page.GetByRole(AriaRole.List, new() { Name = "Jars", Exact = true }).GetByRole(AriaRole.Listitem);

    public ILocator Total => Page.Locator("#count");

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <param name="hash">Such as <c>#/nodes</c>.</param>
    public Task GoAsync(string hash) => Page.GotoAsync(address + hash);

    public ILocator Region(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Where a picture of the page is kept, for people to look at.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Path.Combine(Repository.Root, "artifacts/screenshots");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        faults.ShouldBeEmpty();
    }

    // A missing commit is how a reader finds the end of the log; Chromium writes a line about every 404.
    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            faults.Enqueue(message.Text);
        }
    }
}
