using Microsoft.Playwright;
using Tests.Shared.Hosting;

namespace EndToEnd.Tests;

/// <summary>
/// A running platform, shared by the tests of a class, and Debian's Chromium, shared by all classes that run at a time. Each visit is a browser of its own:
/// no cookie is shared.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Long enough for any machine, with other tests beside these: reached only when what is looked for never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly SemaphoreSlim Door = new(1);
    private static int _classes;
    private static IPlaywright? _playwright;
    private static IBrowser? _chromium;

    private readonly List<IBrowserContext> _open = [];
    private RunningPlatform? _platform;
    private bool _isCounted;

    public RunningPlatform Platform => _platform ?? throw new InvalidOperationException("The fixture has not begun yet.");

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        await Door.WaitAsync();
        try
        {
            if (_chromium is null)
            {
                Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
                _playwright = await Playwright.CreateAsync();
                _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable(), Args = Quiet });
            }

            _classes++;
            _isCounted = true;
        }
        finally
        {
            Door.Release();
        }
    }

    /// <summary>A new visitor.</summary>
    /// <param name="javaScript">Whether their browser runs scripts.</param>
    /// <param name="phone">Whether their screen is a small phone's.</param>
    public Task<IPage> VisitAsync(bool javaScript = true, bool phone = true) => OpenAsync(new BrowserNewContextOptions
    {
        BaseURL = Platform.Address.ToString(),
        JavaScriptEnabled = javaScript,
        ViewportSize = phone ? new ViewportSize { Width = 320, Height = 640 } : new ViewportSize { Width = 1280, Height = 900 },
    });

    /// <summary>A browser of its own, in English and in London.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        (options.Locale, options.TimezoneId) = ("en-GB", "Europe/London");
        var context = await _chromium!.NewContextAsync(options);
        _open.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>
    /// Closes what is open. A page that nobody looks at any more goes on asking for news, and a processor that is made slow is kept busy all the time.
    /// </summary>
    public async Task CloseAsync()
    {
        foreach (var context in _open)
            await context.CloseAsync();
        _open.Clear();
    }

    public async Task DisposeAsync()
    {
        await CloseAsync();
        await Door.WaitAsync();
        try
        {
            if (_isCounted && --_classes == 0)
            {
                await _chromium!.DisposeAsync();
                _playwright!.Dispose();
                _chromium = null;
            }
        }
        finally
        {
            Door.Release();
        }

        if (_platform is not null)
            await _platform.DisposeAsync();
    }

    private static string Executable() =>
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no Chromium. Run tools/test, which installs it, or: apt-get install chromium-headless-shell");
}
