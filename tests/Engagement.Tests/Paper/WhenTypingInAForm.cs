using Engagement.Common;
using Engagement.Paper;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.ASurvey;

namespace Engagement.Tests.Paper;

public sealed class WhenTypingInAForm : Spec<PaperForm>
{
    private static readonly Guid First = Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Second = Guid.Parse("aaaaaaaa-0000-4000-8000-000000000002");
    private static readonly PaperSheet Sheet = SheetOf(Chose("P1", "agree"), Chose("helps", "staff", "space"));
    private static readonly PaperFormKeyed Keyed = new(WaveId, "A-17", First, TheSubmission.Seal(Sheet.ToJson()));

    [Fact]
    public void it_waits_for_somebody_else_to_check_it() => new Outcome(Key(null, null, First, Sheet)).Then(Keyed);

    [Fact]
    public void whoever_typed_it_may_put_it_right_but_does_not_check_it()
    {
        var other = SheetOf(Chose("P1", "disagree"));

        Given(Keyed).When(form => Key(form, Sheet, First, Sheet)).Then(Keyed);
        Given(Keyed).When(form => Key(form, Sheet, First, other)).Then(Keyed with { Sheet = TheSubmission.Seal(other.ToJson()) });
    }

    [Fact]
    public void read_alike_by_two_it_is_a_response() =>
        Given(Keyed)
            .When(form => Key(form, Sheet, Second, SheetOf(Chose("helps", "space", "staff"), Chose("P1", "agree"))))
            .Then(
                new PaperFormChecked(Second, TheSubmission.ResponseId),
                Submitted(Option("P1", "agree"), Option("helps", "space", "staff")) with { Channel = Channel.Paper },
                new PaperResponseKeyed(First, Second));

    [Fact]
    public void read_differently_it_waits_and_says_where() =>
        Given(Keyed)
            .When(form => Key(form, Sheet, Second, new PaperSheet(Today, new FilledForm([Chose("P1", "disagree"), Chose("helps", "staff", "space")], true))))
            .Then(new PaperFormDiffered(Second, ["proxy", "P1"]));

    [Fact]
    public void after_that_it_is_done() =>
        Given(Keyed, new PaperFormChecked(Second, TheSubmission.ResponseId))
            .When(form => Key(form, Sheet, First, Sheet))
            .ThenRefused("PAPER_ALREADY_CHECKED", "This form has been typed in and checked already", "formNumber");

    [Fact]
    public void its_answers_are_checked_like_any_others() =>
        new Outcome(Key(null, null, First, SheetOf())).ThenRefused("ANSWER_REQUIRED", "Select an answer", "P1");

    [Fact]
    public void it_counts_as_given_on_the_day_it_reached_us()
    {
        var afterTheClose = new DateOnly(2024, 12, 1);

        new Outcome(Key(null, null, First, Sheet, afterTheClose)).Then(Keyed);
        Key(null, null, First, Sheet with { ReceivedOn = new DateOnly(2024, 11, 11) }, afterTheClose).Refusal!.Code.ShouldBe("WAVE_CLOSED");
        Key(null, null, First, Sheet with { ReceivedOn = new DateOnly(2024, 11, 11), LateBecause = "Held up" }, afterTheClose).Refusal.ShouldBeNull();
        new Outcome(Key(null, null, First, Sheet with { ReceivedOn = Today.AddDays(1) }))
            .ThenRefused("DATE_IN_FUTURE", "Enter the day the form reached us, which cannot be in the future", "receivedOn");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("The form of a neighbour")]
    [InlineData("SURNAME")]
    [InlineData("A-17/2")]
    [InlineData("123456789012345678901")]
    public void it_has_a_number_that_can_be_nothing_else(string number) =>
        new Outcome(KeyPaperForm.Decide(new KeyPaperForm(WaveId, number, Sheet), null, null, TheSurvey, First, Today, TheSubmission))
            .ThenRefused(
                "FORM_NUMBER_MISSING",
                "Enter the number written on the form: up to 20 letters, digits and dashes, with at least one digit",
                "formNumber");

    [Theory]
    [InlineData("More  staff.\nPlease", "More staff. Please", true)]
    [InlineData("More staff", "more staff", false)]
    [InlineData("More staff", " ", false)]
    [InlineData(" ", "", true)]
    public void lines_and_spaces_are_no_difference(string one, string other, bool same) =>
        (PaperSheet.Differences(SheetOf(Said("change", one)), SheetOf(Said("change", other))).Count == 0).ShouldBe(same);

    [Fact]
    public void every_part_of_a_form_is_compared()
    {
        var one = SheetOf(Number("hours", 5), Ranked("first", "staff", "space"));

        PaperSheet.Differences(one, SheetOf(Number("hours", 5.0m), Ranked("first", "staff", "space"))).ShouldBeEmpty();
        PaperSheet.Differences(one, SheetOf(Number("hours", 6), Ranked("first", "space", "staff"))).ShouldBe(["hours", "first"]);
        PaperSheet.Differences(
                one,
                new PaperSheet(Today.AddDays(1), one.Form with { Proxy = true, Audience = Audience.Staff, Language = "cy" }))
            .ShouldBe(["received", "proxy", "audience", "rendition"]);
    }

    private static PaperSheet SheetOf(params GivenAnswer[] answers) => new(Engagement.Tests.Surveys.ASurvey.Today, new FilledForm(answers));

    private static Decision Key(PaperForm? form, PaperSheet? first, Guid actor, PaperSheet sheet, DateOnly? today = null) => KeyPaperForm.Decide(
        new KeyPaperForm(WaveId, "a-17", sheet), form, first, TheSurvey, actor, today ?? Engagement.Tests.Surveys.ASurvey.Today, TheSubmission);

    private static new DateOnly Today => Engagement.Tests.Surveys.ASurvey.Today;
}
