using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;

namespace Engagement.Tests.Feedback;

/// <summary>The views and themes that the specs about coding are told with.</summary>
internal static class Views
{
    public static readonly Guid ConsultationId = Guid.Parse("44444444-4444-4444-8444-444444444444");
    public static readonly Guid ResponseId = Guid.Parse("66666666-6666-8666-8666-666666666666");

    public static readonly ThemeCard Messages = new()
    {
        Id = Guid.Parse("88888888-8888-4888-8888-888888888888"),
        ConsultationId = ConsultationId,
        Title = "Inconsistent messages",
        Summary = "s",
        OpenedAt = DateTimeOffset.UnixEpoch,
    };

    public static readonly ThemeCard Trust = Messages with { Id = Guid.Parse("99999999-9999-4999-8999-999999999999"), Title = "Trust" };

    public static readonly ViewCaptured Captured = new(
        new ViewSource(ViewSourceKind.Answer, ResponseId, new ViewQuestion(Guid.NewGuid(), Guid.NewGuid(), 1, "change")),
        ConsultationId,
        new PersonalText(Guid.NewGuid(), ""),
        DateTimeOffset.UnixEpoch,
        Audience.ParentsAndCarers,
        Proxy: false,
        District: null,
        Need: null,
        Phase: null);

    public static readonly Suggestion Suggested = new(ThemeSuggester.Method, ThemeSuggester.Version, 0.42);

    public static CodingTheme AboutMessages => CodingTheme.Of(Messages);

    /// <summary>The theme of trust after that of messages went into it.</summary>
    public static CodingTheme TrustWithMessages => new(Trust, new HashSet<Guid> { Trust.Id, Messages.Id }, null);

    /// <summary>The theme of messages after it went into that of trust.</summary>
    public static CodingTheme MessagesGone => new(Messages with { MergedInto = Trust.Id }, new HashSet<Guid> { Messages.Id }, Trust);

    public static ViewCoded CodedTo(ThemeCard theme) => new(theme.Id, ResponseId, ConsultationId, null);
}
