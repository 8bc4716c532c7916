using Engagement.Feedback;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.ASurvey;

namespace Engagement.Tests.Surveys;

public sealed class WhenChangingAResponse : Spec<Response>
{
    private static readonly Guid FirstView = View.IdFor(TheSubmission.ResponseId, "change");
    private static readonly Guid SecondView = View.IdFor(TheSubmission.ResponseId, "change 2");
    private static readonly ResponseSubmitted Before = Submitted(Option("P1", "agree"), Words("change", FirstView));

    [Fact]
    public void what_is_said_now_replaces_what_was_said() =>
        Given(Before)
            .When(r => Amend(r, Chose("P1", "disagree")))
            .Then(new ResponseAmended(1, Content(Option("P1", "disagree")), TheSubmission.SaidAt));

    [Fact]
    public void words_that_have_not_changed_stay_the_same_view() =>
        Given(Before)
            .When(r => Amend(r, Chose("P1", "disagree"), Said("change", "More staff")))
            .Then(new ResponseAmended(1, Content(Option("P1", "disagree"), Words("change", FirstView)), TheSubmission.SaidAt));

    [Fact]
    public void other_words_are_a_view_of_their_own() =>
        Given(Before)
            .When(r => Amend(r, Chose("P1", "agree"), Said("change", "More time")))
            .Then(
                new ResponseAmended(1, Content(Option("P1", "agree"), Words("change", SecondView)), TheSubmission.SaidAt),
                new ViewCaptured(
                    new ViewSource(ViewSourceKind.Answer, TheSubmission.ResponseId, new ViewQuestion(WaveId, InstrumentId, 1, "change")),
                    ConsultationId,
                    TheSubmission.Seal("More time"),
                    TheSubmission.SaidAt,
                    Engagement.Common.Audience.ParentsAndCarers,
                    Proxy: false,
                    District: null,
                    Need: null,
                    Phase: null));

    [Fact]
    public void what_was_about_the_person_is_replaced_or_taken_back()
    {
        var sealedBefore = new AboutYouGiven(TheSubmission.Seal("before"));

        Given(Before, sealedBefore)
            .When(r => Amend(r, Chose("P1", "agree"), Said("describe", "A carer")))
            .Then(
                new ResponseAmended(1, Content(Option("P1", "agree")), TheSubmission.SaidAt),
                new AboutYouGiven(TheSubmission.Seal(AboutYouAnswer.ToJson([new AboutYouAnswer("describe", [], null, null, "A carer")]))));
        Given(Before, sealedBefore)
            .When(r => Amend(r, Chose("P1", "agree")))
            .Then(new ResponseAmended(1, Content(Option("P1", "agree")), TheSubmission.SaidAt), new AboutYouGiven(null));
    }

    [Fact]
    public void the_answers_are_checked_as_the_first_time() =>
        Given(Before).When(r => Amend(r)).ThenRefused("ANSWER_REQUIRED", "Select an answer", "P1");

    [Fact]
    public void until_the_survey_closes() =>
        Given(Before).When(r => Amend(r, new DateOnly(2024, 11, 11), Chose("P1", "agree"))).ThenRefused("WAVE_CLOSED");

    [Fact]
    public void what_was_withdrawn_or_voided_is_not_changed()
    {
        Given(Before, new ResponseWithdrawn(false))
            .When(r => Amend(r, Chose("P1", "agree")))
            .ThenRefused("RESPONSE_WITHDRAWN", "This response was withdrawn. It can no longer be changed");
        Given(Before, new ResponseVoided(VoidReason.Test))
            .When(r => Amend(r, Chose("P1", "agree")))
            .ThenRefused("RESPONSE_VOIDED", "This response was taken out of the figures. It can no longer be changed");
    }

    [Fact]
    public void a_person_takes_their_answers_back() =>
        Given(Before).When(r => WithdrawResponse.Decide(r, areFiguresFrozen: false)).Then(new ResponseWithdrawn(StaysInTotals: false));

    [Fact]
    public void after_figures_were_published_only_the_words_go()
    {
        Given(Before).When(r => WithdrawResponse.Decide(r, areFiguresFrozen: true)).Then(new ResponseWithdrawn(StaysInTotals: true));
        WithdrawResponse.WordsOnly.ShouldBe("Your answers are already part of published totals. We will remove your words");
    }

    [Fact]
    public void withdrawing_again_changes_nothing() =>
        Given(Before, new ResponseWithdrawn(false)).When(r => WithdrawResponse.Decide(r, areFiguresFrozen: true)).ThenNothing();

    [Theory]
    [InlineData(VoidReason.Duplicate)]
    [InlineData(VoidReason.Test)]
    [InlineData(VoidReason.OutOfScope)]
    public void an_officer_takes_out_what_does_not_count(VoidReason reason)
    {
        Given(Before).When(r => Void(r, reason)).Then(new ResponseVoided(reason));
        Given(Before, new ResponseVoided(reason)).When(r => Void(r, reason)).ThenNothing();
    }

    [Fact]
    public void with_one_reason()
    {
        Given(Before).When(r => Void(r, (VoidReason)9)).ThenRefused("REASON_MISSING", "Select why this response does not count", "reason");
        Given(Before, new ResponseVoided(VoidReason.Test)).When(r => Void(r, VoidReason.Duplicate)).ThenRefused("RESPONSE_VOIDED");
        Given(Before, new ResponseWithdrawn(false)).When(r => Void(r, VoidReason.Duplicate)).ThenRefused("RESPONSE_WITHDRAWN");
    }

    private static Engagement.Common.Decision Void(Response response, VoidReason reason) =>
        VoidResponse.Decide(new VoidResponse(TheSubmission.ResponseId, reason), response);

    private static Engagement.Common.Decision Amend(Response response, params GivenAnswer[] answers) => Amend(response, ASurvey.Today, answers);

    private static Engagement.Common.Decision Amend(Response response, DateOnly today, params GivenAnswer[] answers) => AmendResponse.Decide(
        new AmendResponse(TheSubmission.Reference, "secret", new FilledForm(answers)),
        response,
        TheSurvey,
        new Dictionary<string, string> { ["change"] = "More staff" },
        today,
        TheSubmission);
}
