namespace EndToEnd.Tests;

/// <summary>The pages that ask for nothing first, of one open consultation.</summary>
internal static class PagesToRead
{
    public static IEnumerable<string> Of(string slug) =>
    [
        "/", "/consultations", "/consultations?search=nothing-like-this", $"/consultations/{slug}", "/you-said-we-did?words=nothing-like-this", "/figures", "/how-we-moderate",
        "/how-we-moderate/transparency", "/status", "/preferences", "/accessibility", "/credits", "/privacy", "/privacy/young-people", "/your-voice", "/your-voice/say",
        $"/your-voice/say/{slug}", $"/your-voice/say/{slug}/answer", "/your-voice/changed", "/your-voice/help", "/your-voice/track", "/developers", "/no-such-page",
    ];
}
