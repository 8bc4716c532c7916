using Engagement.Common;
using Engagement.Feedback;
using Engagement.FeedbackPoints;
using Engagement.LoggedFeedback;
using Engagement.Metrics;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class FeedbackSentences
{
    public static void AddTo(Sentences sentences)
    {
        sentences
            .Tell<ViewCaptured>(e => new Told($"Somebody said it, and it was recorded as a view{(e.Proxy ? ", said for somebody else" : "")}"))
            .Tell<ViewCoded>(e => new Told(e.Suggestion is null ? "It was coded to a theme" : $"It was coded to a theme that was suggested by the method {e.Suggestion.Method}"))
            .Tell<ViewUncoded>(e => new Told("It was taken out of a theme", e.Why))
            .Tell<ViewMoved>("Its theme was split, and it went to the new part")
            .Tell<ViewNotCodable>(e => new Told("It was found to say nothing that can be answered", e.Reason))
            .Tell<ViewWithdrawn>(e => new Told("It no longer stands", e.Reason))
            .Tell<ViewSuggestionRejected>("A suggested theme was found not to fit")
            .Tell<ViewQuoted>("Part of it was chosen as a quote for its theme, which the person had permitted");
        sentences
            .Tell<ThemeOpened>(e => new Told($"The theme was opened: {e.Title}"))
            .Tell<ThemeDescribed>("What belongs to it, and what does not, was written down for coders")
            .Tell<ThemesMerged>(e => new Told(e.From.Count == 1 ? "Two themes that make the same point were made one" : "Themes that make the same point were made one"))
            .Tell<ThemeUnmerged>(e => new Told("A theme was taken out again of the one it had been merged into", e.Reason))
            .Tell<ThemeSplit>("It made more than one point, and a new theme was split off")
            .Tell<ThemesLinked>(e => new Told("It was linked to another theme", e.Why))
            .Tell<ThemeSharedBack>(e => new Told($"It was put before {Count(e.Count, "person", "people")} it came from: {e.Route}"))
            .Tell<ThemeMarkedForLocalOffer>(e => new Told(e.Matter is { } matter
                ? $"It was found to be a comment on the {Words(matter)} of the Local Offer"
                : "It was found to be no comment on the Local Offer"))
            .Tell<ThemeDisposed>(e => new Told($"What becomes of it was decided: {Words(e.Disposition)}", e.Reason));
        sentences
            .Tell<CodingSampleDrawn>(e => new Told($"{Count(e.ViewIds.Count, "view was", "views were")} chosen by chance to be coded again"))
            .Tell<SecondCodingGiven>("A view of the sample was coded again without sight of the first coding");
        sentences
            .Tell<FeedbackLogged>(e => new Told($"A {Words(e.Kind)} was logged").Setting("Received on", e.ReceivedOn))
            .Tell<FeedbackAcknowledged>(e => new Told("The person was told that we have it").Setting("Acknowledged on", e.AcknowledgedOn))
            .Tell<FeedbackReclassified>(e => new Told($"It was found to be a {Words(e.Kind)}{(e.PersonAgreed ? ", and the person agreed" : "")}", e.Reason))
            .Tell<FeedbackAnswered>(e => new Told("It was answered").Setting("Answered on", e.AnsweredOn))
            .Tell<LessonDrawn>("A lesson was drawn from it, without anything that points to a person")
            .Tell<LogReviewed>(e => new Told(
                $"The log from {LondonCalendar.Text(e.From)} to {LondonCalendar.Text(e.To)} was looked at beside who took part: {e.Found}", e.Next));
        sentences
            .Tell<CaseReachedPoint>(e => new Told($"A case came to point {e.Point} of the assessment").Setting("Reached on", e.ReachedOn))
            .Tell<SatisfactionGiven>(e => new Told($"A family said how satisfied they were with point {e.Point}"))
            .Tell<MonthCollated>(e => new Told("The figures of the month were closed").Setting("Month", e.Month))
            .Tell<CollationCorrected>(e => new Told("The figures of the month were corrected", e.Reason).Setting("Month", e.Month))
            .Tell<DenominatorSetLoaded>(e => new Told($"How many people there are was taken in: {e.Title}, from {e.Source}").Setting("As at", e.AsAt));
    }
}
