using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;

namespace Engagement.Tests.Integration;

/// <summary>What coders do.</summary>
internal static class CodingStory
{
    public static readonly CommandContext FirstCoder = Story.Officer with { ActorId = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa") };
    public static readonly CommandContext SecondCoder = Story.Officer with { ActorId = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb") };

    public static Task<Guid> OpenThemeAsync(this Platform platform, Guid? consultation, string title) =>
        platform.Feedback.OpenThemeAsync(new OpenTheme(consultation, title, $"What people said about {title}"), FirstCoder, default);

    public static Task CodeAsync(this Platform platform, Guid view, Guid theme, Suggestion? suggestion = null) =>
        platform.Feedback.CodeViewAsync(new CodeView(view, theme, suggestion), FirstCoder, default);

    public static Task MergeAsync(this Platform platform, Guid into, params Guid[] from) =>
        platform.Get<ThemeCommands>().MergeAsync(new MergeThemes(from, into), FirstCoder, default);

    public static Task UnmergeAsync(this Platform platform, Guid theme) =>
        platform.Get<ThemeCommands>().UnmergeAsync(new UnmergeTheme(theme, "They make two points"), FirstCoder, default);

    public static Task<Guid> SplitAsync(this Platform platform, Guid theme, string title, params Guid[] views) =>
        platform.Get<ThemeCommands>().SplitAsync(new SplitTheme(theme, title, $"What people said about {title}", views), FirstCoder, default);

    /// <summary>A view as another module captures it, with the key its words are sealed with.</summary>
    public static async Task<Guid> CaptureAsync(
        this Platform platform,
        Guid? consultation,
        string words,
        Audience? audience = Audience.ParentsAndCarers,
        bool proxy = false,
        string? district = null,
        DateTimeOffset? saidAt = null,
        string? phase = null)
    {
        var id = Guid.CreateVersion7();
        var (key, keep) = platform.Get<SubjectKeys>().Create(Guid.CreateVersion7());
        await using var session = platform.Store.LightweightSession();
        session.Events.StartStream<View>(
            id,
            new ViewCaptured(
                new ViewSource(ViewSourceKind.Contribution, Guid.CreateVersion7(), null),
                consultation,
                key.Seal(words),
                saidAt ?? TimeProvider.System.GetUtcNow(),
                audience,
                proxy,
                district,
                "autism",
                phase));
        session.QueueSqlCommand(keep);
        await session.SaveChangesAsync();
        return id;
    }

    public static async Task WithdrawAsync(this Platform platform, Guid view)
    {
        await using var session = platform.Store.LightweightSession();
        session.Events.Append(view, new ViewWithdrawn("The response was withdrawn"));
        await session.SaveChangesAsync();
    }

    /// <summary>How many views each theme has now.</summary>
    public static async Task<int> CountAsync(this Platform platform, Guid theme) =>
        (await platform.FeedbackReads.ViewCountsByThemeAsync([theme], default)).GetValueOrDefault(theme);
}
