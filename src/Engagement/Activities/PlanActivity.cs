using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Plans an occasion to hear people.</summary>
/// <param name="Title">What it is called in public.</param>
/// <param name="Kind">What kind of occasion.</param>
/// <param name="Level">How much those who take part will decide; null is refused, because people must know before they come.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="IncludesUnder18s">Whether anybody under 18 takes part.</param>
/// <param name="ConsultationId">The consultation it belongs to, if any.</param>
/// <param name="OnDay">The day of it.</param>
/// <param name="District">The code of the district it is in; null for online or the whole county.</param>
/// <param name="Stage">Where in the commissioning cycle it has influence.</param>
/// <param name="Lundy">How it gives people a say.</param>
/// <param name="SafeguardingPlan">How those under 18 are kept safe.</param>
public sealed record PlanActivity(
    string Title,
    ActivityKind Kind,
    EngagementLevel? Level,
    Audience Audience,
    bool IncludesUnder18s,
    Guid? ConsultationId,
    DateOnly OnDay,
    string? District,
    CycleStage Stage,
    LundyPlan Lundy,
    string? SafeguardingPlan)
{
    public static Decision Decide(PlanActivity command, DateOnly today)
    {
        var title = CleanText.OneLine(command.Title);
        var plan = CleanText.OrNull(command.SafeguardingPlan);
        var lundy = new LundyPlan(
            CleanText.Of(command.Lundy?.Space),
            CleanText.Of(command.Lundy?.Voice),
            CleanText.Of(command.Lundy?.Audience),
            CleanText.Of(command.Lundy?.Influence));

        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter a title for this activity", "title");

        if (command.Level is not { } level)
            return Decision.Refuse("LEVEL_MISSING", "Say how much people will decide, from informing to co-producing", "level");

        if (command.OnDay < today)
            return Decision.Refuse("DAY_IN_THE_PAST", "Choose a day that is today or later", "onDay");

        if (command.District is { } code && Common.District.Find(code) is null)
            return Decision.Refuse("DISTRICT_UNKNOWN", "Choose one of the districts of the county", "district");

        if (Missing(lundy) is { } missing)
            return Decision.Refuse(missing);

        if ((command.IncludesUnder18s || command.Audience == Audience.YoungPeople) && plan is null)
            return Decision.Refuse("SAFEGUARDING_PLAN_MISSING", "Add a safeguarding plan, because people under 18 take part", "safeguardingPlan");

        var tooLong = CleanText.TooLong(title, CleanText.LineLimit, "title") ?? CleanText.TooLong(plan, CleanText.ParagraphLimit, "safeguardingPlan");
        return tooLong is not null
            ? Decision.Refuse(tooLong)
            : Decision.To(new ActivityPlanned(
                title,
                command.Kind,
                level,
                command.Audience,
                command.IncludesUnder18s || command.Audience == Audience.YoungPeople,
                command.ConsultationId,
                command.OnDay,
                command.District,
                command.Stage,
                lundy,
                plan));
    }

    private static Refusal? Missing(LundyPlan lundy) => lundy switch
    {
        { Space.Length: 0 } => new Refusal("LUNDY_SPACE_MISSING", "Say how people will have a safe space to speak", "lundy.space"),
        { Voice.Length: 0 } => new Refusal("LUNDY_VOICE_MISSING", "Say how people will be helped to say what they think", "lundy.voice"),
        { Audience.Length: 0 } => new Refusal("LUNDY_AUDIENCE_MISSING", "Say who will listen, and how they will hear it", "lundy.audience"),
        { Influence.Length: 0 } => new Refusal("LUNDY_INFLUENCE_MISSING", "Say what people can change, and how they will be told", "lundy.influence"),
        _ => CleanText.TooLong(lundy.Space, CleanText.ParagraphLimit, "lundy.space")
            ?? CleanText.TooLong(lundy.Voice, CleanText.ParagraphLimit, "lundy.voice")
            ?? CleanText.TooLong(lundy.Audience, CleanText.ParagraphLimit, "lundy.audience")
            ?? CleanText.TooLong(lundy.Influence, CleanText.ParagraphLimit, "lundy.influence"),
    };
}
