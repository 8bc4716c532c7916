using Microsoft.Playwright;
using Tests.Shared;

namespace EndToEnd.Tests;

/// <summary>Every page and state, as different people have them on their screens.</summary>
public abstract class EveryPageIsForEverybody(EveryPageIsForEverybody.Walk walk)
{
    [Fact]
    public void Nothing_breaks_a_rule_of_accessibility_on_a_phone_or_a_desk() => walk.Barriers.ShouldBeEmpty();

    [Fact]
    public void Nobody_has_to_scroll_sideways_on_a_small_phone_or_with_text_at_twice_the_size() => walk.TooWide.ShouldBeEmpty();

    [Fact]
    public void Nothing_is_lost_in_the_colours_of_somebodys_own_system() => walk.Lost.ShouldBeEmpty();

    [Fact]
    public void Nothing_moves_for_somebody_who_asked_their_system_that_nothing_does() => walk.Moving.ShouldBeEmpty();

    [Fact]
    public async Task The_markup_follows_the_standard() => (await walk.Seen.FindingsAsync()).ShouldBeEmpty();

    /// <summary>One walk, on which each state is looked at in all these ways.</summary>
    public abstract class Walk : IAsyncLifetime
    {
        /// <summary>How much wider the page is than the window. A part that scrolls by itself does not count.</summary>
        private const string Overflow = "size => { document.documentElement.style.fontSize = size; return document.documentElement.scrollWidth - document.documentElement.clientWidth; }";

        private static readonly (int Width, int Height) Phone = (320, 640);
        private static readonly (int Width, int Height) Desk = (1280, 900);

        private readonly Browser _browser = new();
        private IPage _page = null!;
        private IResponse? _document;

        public List<string> Barriers { get; } = [];

        public List<string> TooWide { get; } = [];

        public List<string> Lost { get; } = [];

        public List<string> Moving { get; } = [];

        public SeenPages Seen { get; } = new();

        public Dictionary<string, string> Told { get; } = [];

        public async Task InitializeAsync()
        {
            await _browser.InitializeAsync();
            _page = await _browser.VisitAsync();
            await Accessibility.PrepareAsync(_page);
            _page.Response += (_, response) => _document = response is { Status: < 300 or >= 400, Request.ResourceType: "document" } ? response : _document;

            await WalkAsync(new EveryState(_browser.Platform, _page, LookAsync));
        }

        private protected abstract Task WalkAsync(EveryState states);

        public Task DisposeAsync() => _browser.DisposeAsync();

        private async Task LookAsync(string where)
        {
            if (_document is { } document)
                Seen.Add(where, await document.TextAsync());
            _document = null;
            if (ToldPages.IsOne(where))
                Told[ToldPages.Masked(where)] = await ToldPages.ReadAsync(_page, where);

            Barriers.AddRange(await Accessibility.ProblemsAsync(_page, $"{where} on a phone"));
            await MeasureAsync(where, "100%");
            Lost.AddRange(await Colours.LostAsync(_page, where));
            Moving.AddRange(await Motion.LeftAsync(_page, where));

            await _page.SetViewportSizeAsync(Desk.Width, Desk.Height);
            Barriers.AddRange(await Accessibility.ProblemsAsync(_page, $"{where} at a desk"));
            await MeasureAsync(where, "200%");
            await _page.EvaluateAsync("document.documentElement.style.fontSize = ''");
            await _page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        }

        private async Task MeasureAsync(string where, string textSize)
        {
            var pixels = await _page.EvaluateAsync<int>(Overflow, textSize);
            if (pixels > 0)
                TooWide.Add($"{where}, text at {textSize}: {pixels} pixels too wide");
        }
    }
}
