using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>A cheap phone: a small screen, a slow processor, and slow 4G as it is commonly measured.</summary>
internal static class SlowPhone
{
    /// <summary>Opens its browser.</summary>
    /// <param name="browser">The platform's visitors.</param>
    /// <param name="address">Where it finds the platform.</param>
    /// <param name="kept">What it kept when it was closed, to open it again.</param>
    /// <param name="javaScript">Whether it runs scripts.</param>
    public static async Task<IPage> OpenAsync(Browser browser, Uri address, string? kept = null, bool javaScript = true)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = 340, Height = 640 },
            IsMobile = true,
            HasTouch = true,
            JavaScriptEnabled = javaScript,
            StorageState = kept,
        });
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = 150,
            ["downloadThroughput"] = 1_600_000 / 8,
            ["uploadThroughput"] = 750_000 / 8,
        });
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        return page;
    }

    /// <summary>Closes its browser, and gives what stays on the phone.</summary>
    public static async Task<string> CloseAsync(IPage page)
    {
        var kept = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return kept;
    }
}
