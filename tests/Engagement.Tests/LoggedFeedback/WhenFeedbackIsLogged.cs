using Engagement.Common;
using Engagement.Feedback;
using Engagement.LoggedFeedback;
using Engagement.Participants;
using Engagement.Tests.Specs;

namespace Engagement.Tests.LoggedFeedback;

public sealed class WhenFeedbackIsLogged : Spec<LogEntry>
{
    private static readonly FeedbackLogged Complaint =
        new(FeedbackKind.Complaint, "statutory-assessment", Seal("Nobody rang back"), new DateOnly(2024, 9, 20), "E07000114");

    private static readonly LogFeedback Command =
        new(FeedbackKind.Complaint, "statutory-assessment", " Nobody rang back ", new DateOnly(2024, 9, 20), "E07000114");

    [Fact]
    public void what_was_said_is_sealed() => Log(Command).Then(Complaint);

    [Fact]
    public void it_came_today_or_before() =>
        Log(Command with { ReceivedOn = Today.AddDays(1) }).ThenRefused("RECEIVED_IN_THE_FUTURE", "Enter the day it came, today or before", "receivedOn");

    [Fact]
    public void it_is_about_a_service_and_says_something()
    {
        Log(Command with { Service = "" }).ThenRefused("SERVICE_MISSING", "Choose the service it is about", "service");
        Log(Command with { Words = " " }).ThenRefused("WORDS_MISSING", "Enter what the person said", "words");
    }

    // The service stands in the log as it is, unlike the words, so nothing of a person may be written there.
    [Fact]
    public void the_service_is_chosen_from_a_list() =>
        Log(Command with { Service = "My son's school" }).ThenRefused("SERVICE_UNKNOWN", "Choose one of the services, or “Another service”", "service");

    [Fact]
    public void it_is_acknowledged_once()
    {
        Given(Complaint).When(e => AcknowledgeFeedback.Decide(e, Today)).Then(new FeedbackAcknowledged(Today));
        Given(Complaint, new FeedbackAcknowledged(Today)).When(e => AcknowledgeFeedback.Decide(e, Today)).ThenNothing();
    }

    [Fact]
    public void a_complaint_is_not_downgraded_without_the_persons_agreement()
    {
        Given(Complaint)
            .When(Reclassify(FeedbackKind.Comment, agreed: false))
            .ThenRefused(
                "COMPLAINT_NOT_DOWNGRADED", "This is a complaint. Ask the person whether they agree before you call it anything else", "personAgreed");
        Given(Complaint).When(Reclassify(FeedbackKind.Comment, agreed: true)).Then(new FeedbackReclassified(FeedbackKind.Comment, "They said so", true));
    }

    [Fact]
    public void a_comment_becomes_a_complaint_without_asking() =>
        Given(Complaint with { Kind = FeedbackKind.Comment })
            .When(Reclassify(FeedbackKind.Complaint, agreed: false))
            .Then(new FeedbackReclassified(FeedbackKind.Complaint, "They said so", false));

    [Fact]
    public void it_is_answered_once()
    {
        Given(Complaint).When(Answer("We are sorry")).Then(new FeedbackAnswered(Seal("We are sorry"), Today));
        Given(Complaint, new FeedbackAnswered(Seal("We are sorry"), Today)).When(Answer("Again")).ThenRefused("ALREADY_ANSWERED");
    }

    [Fact]
    public void only_the_lesson_becomes_a_view() =>
        Given(Complaint, new LessonDrawn(Guid.NewGuid()))
            .When(e => DrawLesson.Decide(new DrawLesson(Id, "Calls are returned within two days"), e, DateTimeOffset.UnixEpoch, Seal))
            .Then(
                new LessonDrawn(View.IdFor(Id, "lesson-2")),
                new ViewCaptured(
                    new ViewSource(ViewSourceKind.Lesson, Id, null),
                    null,
                    Seal("Calls are returned within two days"),
                    DateTimeOffset.UnixEpoch,
                    null,
                    false,
                    "E07000114",
                    null,
                    null));

    private static Outcome Log(LogFeedback command) => new(LogFeedback.Decide(command, Today, Seal));

    private static Func<LogEntry, Decision> Reclassify(FeedbackKind kind, bool agreed) =>
        entry => ReclassifyFeedback.Decide(new ReclassifyFeedback(Id, kind, "They said so", agreed), entry);

    private static Func<LogEntry, Decision> Answer(string answer) => entry => AnswerFeedback.Decide(new AnswerFeedback(Id, answer), entry, Today, Seal);

    // Sealing is not part of the decision: a stand-in that can be read in the expectation.
    private static PersonalText Seal(string words) => new(Id, $"sealed({words})");
}
