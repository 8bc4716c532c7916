using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>How long it takes on the coding board from a key to the next frame. What depends on the machine is told, and decides nothing.</summary>
internal static class KeyTimes
{
    /// <summary>Measures on every page that is loaded from now on. What a page has measured goes on to the next.</summary>
    public static Task MeasureAsync(IPage page) => page.AddInitScriptAsync(
        """
        window.keyTimes = JSON.parse(sessionStorage.getItem("key-times") ?? "[]");
        const nextFrame = (then) => requestAnimationFrame(() => setTimeout(then));
        addEventListener("keydown", (event) => "12j".includes(event.key) && nextFrame(() => keyTimes.push(performance.now() - event.timeStamp)), true);
        addEventListener("pagehide", () => sessionStorage.setItem("key-times", JSON.stringify(keyTimes)));
        """);

    public static async Task<string> SummaryAsync(IPage page)
    {
        var times = (await page.EvaluateAsync<double[]>("keyTimes")).Order().ToList();
        return $"From a key to the next frame, {times.Count} times: half within {At(0.5)} ms, 95 in 100 within {At(0.95)} ms.";

        string At(double share) => times[(int)(share * (times.Count - 1))].ToString("F0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
