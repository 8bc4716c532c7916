using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Somebody at a desk who has keys and no pointer. Whatever they do on a page begins with the Tab key.</summary>
/// <param name="page">The page before them.</param>
/// <param name="catchUp">Waits until lists know what was done. These hands are faster than any.</param>
internal sealed class Keyboard(IPage page, Func<Task> catchUp)
{
    /// <summary>More stops than any page has: to need more is to be lost.</summary>
    private const int MostStops = 250;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public IPage Page => page;

    /// <summary>Signs in on the page that was asked for.</summary>
    public async Task SignInAsync(string address, string role)
    {
        await page.GotoAsync(address);
        await ChooseAsync(role);
        await PressAsync("Sign in");
    }

    /// <summary>Goes on with the Tab key until the element has the focus.</summary>
    public async Task GoToAsync(ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        // Found once, and again where a script has put another in its place: to find it by its role and name takes longer than a stop.
        var found = await element.ElementHandleAsync();
        for (var stops = 0; await HasFocusAsync(found) is var hasFocus && hasFocus is not true; stops++)
        {
            stops.ShouldBeLessThan(MostStops, $"The Tab key does not lead to {element}.");
            if (hasFocus is null)
                found = await element.ElementHandleAsync();
            else
                await page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>Goes to another part of the staff's pages.</summary>
    public Task OpenSectionAsync(string name) => LeaveByAsync(page.Locator(".site-nav").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));

    /// <summary>Follows a link of the page.</summary>
    public Task FollowAsync(string link) => LeaveByAsync(Main.Locator("a", new() { HasTextRegex = Exactly(link) }).First);

    /// <summary>Presses a button that sends a form.</summary>
    public Task PressAsync(string button) => LeaveByAsync(Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>Opens a part of the page that is closed.</summary>
    public async Task UnfoldAsync(string title)
    {
        await GoToAsync(Main.Locator("summary", new() { HasTextRegex = Exactly(title) }));
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Writes into a field, in the place of what was in it.</summary>
    public async Task FillAsync(string label, string words)
    {
        var field = Field(label, "input, textarea");
        await GoToAsync(field);
        // The parts of a day stand in the order of the reader's language, so a day is given as a whole.
        if (await field.GetAttributeAsync("type") == "date")
        {
            await field.FillAsync(words);
            return;
        }

        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Chooses one of the answers of which one holds.</summary>
    public async Task ChooseAsync(string answer)
    {
        var radio = Main.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true });
        var name = await radio.GetAttributeAsync("name");
        var group = Main.Locator($"[name='{name}']");
        for (var stops = 0; !await page.EvaluateAsync<bool>("name => document.activeElement.name === name", name); stops++)
        {
            stops.ShouldBeLessThan(MostStops, $"The Tab key does not lead to the answers beside “{answer}”.");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Space");
        for (var answers = await group.CountAsync(); answers > 0 && !await radio.IsCheckedAsync(); answers--)
            await page.Keyboard.PressAsync("ArrowDown");
        await Expect(radio).ToBeCheckedAsync();
    }

    /// <summary>Goes down a list of choices to the one that begins so.</summary>
    public async Task SelectAsync(string label, string beginning)
    {
        var list = Field(label, "select");
        await GoToAsync(list);
        for (var left = await list.Locator("option").CountAsync(); left > 0 && !(await ChosenAsync()).StartsWith(beginning, StringComparison.Ordinal); left--)
            await page.Keyboard.PressAsync("ArrowDown");
        (await ChosenAsync()).ShouldStartWith(beginning);

        Task<string> ChosenAsync() => list.EvaluateAsync<string>("list => list.selectedOptions[0].label");
    }

    /// <summary>Presses a key that leads to another page, and waits for the page.</summary>
    public async Task LeaveByKeyAsync(string key)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage loadedPage) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await page.Keyboard.PressAsync(key);
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            page.Load -= Loaded;
        }
    }

    private ILocator Main => page.GetByRole(AriaRole.Main);

    private ILocator Field(string label, string kind) => Main.GetByLabel(label, new() { Exact = true }).And(page.Locator(kind)).Filter(new() { Visible = true });

    private async Task LeaveByAsync(ILocator element)
    {
        await GoToAsync(element);
        await catchUp();
        await LeaveByKeyAsync("Enter");
    }

    /// <summary>Null when it is in the page no more.</summary>
    private static Task<bool?> HasFocusAsync(IElementHandle element) =>
        element.EvaluateAsync<bool?>("element => element.isConnected ? element === document.activeElement : null");

    private static Regex Exactly(string text) => new($"^\\s*{Regex.Escape(text)}\\s*$");
}
