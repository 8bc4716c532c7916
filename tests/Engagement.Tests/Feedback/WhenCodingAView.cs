using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Feedback;

public sealed class WhenCodingAView : Spec<View>
{
    private static readonly Guid ConsultationId = Guid.Parse("44444444-4444-4444-8444-444444444444");
    private static readonly Guid ResponseId = Guid.Parse("66666666-6666-8666-8666-666666666666");

    private static readonly ThemeCard Theme = new()
    {
        Id = Guid.Parse("88888888-8888-4888-8888-888888888888"),
        ConsultationId = ConsultationId,
        Title = "Inconsistent messages",
        Summary = "s",
        OpenedAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly ViewCaptured Captured = new(
        new ViewSource(ViewSourceKind.Answer, ResponseId, new ViewQuestion(Guid.NewGuid(), Guid.NewGuid(), 1, "change")),
        ConsultationId,
        new PersonalText(Guid.NewGuid(), ""),
        DateTimeOffset.UnixEpoch,
        Audience.ParentsAndCarers,
        Proxy: false,
        District: null,
        Need: null,
        Phase: null);

    [Fact]
    public void it_joins_the_theme() => Given(Captured).When(Code(Theme)).Then(new ViewCoded(Theme.Id, ResponseId, ConsultationId, null));

    [Fact]
    public void it_may_carry_several_themes() =>
        Given(Captured, new ViewCoded(Guid.NewGuid(), ResponseId, ConsultationId, null))
            .When(Code(Theme))
            .Then(new ViewCoded(Theme.Id, ResponseId, ConsultationId, null));

    [Fact]
    public void it_joins_a_theme_once() =>
        Given(Captured, new ViewCoded(Theme.Id, ResponseId, ConsultationId, null))
            .When(Code(Theme))
            .ThenRefused("VIEW_ALREADY_CODED", "This view already has this theme", "themeId");

    [Fact]
    public void it_joins_a_theme_of_its_own_consultation() =>
        Given(Captured).When(Code(Theme with { ConsultationId = Guid.NewGuid() })).ThenRefused("THEME_OF_ANOTHER_CONSULTATION");

    [Fact]
    public void it_may_join_a_standing_theme() =>
        Given(Captured).When(Code(Theme with { ConsultationId = null })).Then(new ViewCoded(Theme.Id, ResponseId, ConsultationId, null));

    [Fact]
    public void a_view_that_seemed_not_codable_may_still_find_its_theme() =>
        Given(Captured, new ViewNotCodable("Illegible")).When(Code(Theme)).Then(new ViewCoded(Theme.Id, ResponseId, ConsultationId, null));

    [Fact]
    public void not_codable_has_a_reason() =>
        Given(Captured)
            .When(v => MarkViewNotCodable.Decide(new MarkViewNotCodable(Id, ""), v))
            .ThenRefused("REASON_REQUIRED", "Enter the reason why this view cannot be coded", "reason");

    [Fact]
    public void not_codable_is_an_end_too() =>
        Given(Captured)
            .When(v => MarkViewNotCodable.Decide(new MarkViewNotCodable(Id, "Only a greeting"), v))
            .Then(new ViewNotCodable("Only a greeting"));

    [Fact]
    public void a_view_with_a_theme_is_codable() =>
        Given(Captured, new ViewCoded(Theme.Id, ResponseId, ConsultationId, null))
            .When(v => MarkViewNotCodable.Decide(new MarkViewNotCodable(Id, "Changed my mind"), v))
            .ThenRefused("VIEW_ALREADY_CODED");

    [Fact]
    public void not_codable_is_said_once() =>
        Given(Captured, new ViewNotCodable("Only a greeting"))
            .When(v => MarkViewNotCodable.Decide(new MarkViewNotCodable(Id, "Again"), v))
            .ThenRefused("VIEW_ALREADY_NOT_CODABLE");

    private static Func<View, Engagement.Common.Decision> Code(ThemeCard theme) => view => CodeView.Decide(new CodeView(Id, theme.Id), view, CodingTheme.Of(theme));
}
