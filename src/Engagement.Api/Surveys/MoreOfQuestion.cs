using Engagement.Surveys;

namespace Engagement.Api.Surveys;

/// <summary>What may be said of a question beside its words. All of it may be left out.</summary>
/// <param name="Scale">The key of the scale it is answered on; left out: the usual one of five points, of a question that is answered on one.</param>
/// <param name="OtherAnswers">Keys of answers that are no opinion, from otherAnswers; left out: "I'm not sure" on a scale, else none.</param>
/// <param name="Section">The key of the section it is in; left out: it comes before all sections.</param>
/// <param name="ShownWhen">It is asked when all of these hold; left out: always.</param>
/// <param name="Range">The numbers that a number question takes; left out: any.</param>
/// <param name="Tags">What its answers are used for, such as the measure they feed.</param>
/// <param name="AboutYou">Whether it asks about the person: then it may always be left out, and is kept apart from the answers.</param>
public sealed record MoreOfQuestion(
    string? Scale,
    IReadOnlyList<string>? OtherAnswers,
    string? Section,
    IReadOnlyList<Condition>? ShownWhen,
    NumberRange? Range,
    IReadOnlyList<string>? Tags,
    bool AboutYou = false)
{
    internal QuestionDetails ToDetails() => new()
    {
        Scale = Scale,
        OtherAnswers = OtherAnswers,
        Section = Section,
        ShownWhen = ShownWhen ?? [],
        AboutYou = AboutYou,
        Range = Range,
        Tags = Tags ?? [],
    };
}
