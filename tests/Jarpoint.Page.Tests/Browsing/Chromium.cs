using Microsoft.Playwright;

namespace Jarpoint.Page.Tests.Browsing;

/// <summary>One headless Chromium for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // For hangs: two cores may be shared with much else.
    private const float PatienceMilliseconds = 120_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumFile.Find(),
            // Its sandbox wants privileges that containers do not have.
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
            Timeout = PatienceMilliseconds,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A person's browser window, with nothing in it from before.</summary>
    public async Task<Visit> VisitAsync(
        Uri address, int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync(), address);
        await visit.GoAsync(string.Empty);
        return visit;
    }
}
