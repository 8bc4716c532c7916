using Engagement.Common;

namespace Engagement.Feedback;

public sealed record OpenLoop(Guid ThemeId)
{
    internal static Refusal AlreadyThere { get; } = new("LOOP_ALREADY_OPEN", "This theme already has a feedback loop", "themeId");

    public static Decision Decide(ThemeCard theme) => Decision.To(new LoopOpened(theme.Id, theme.ConsultationId));
}
