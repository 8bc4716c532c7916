using Engagement.Consultations;
using Engagement.Tests.Specs;
using static Engagement.Tests.Consultations.ConsultationStory;

namespace Engagement.Tests.Consultations;

public sealed class WhenClosingAConsultation : Spec<Consultation>
{
    private static readonly DateOnly LastDay = new(2024, 11, 10);

    [Fact]
    public void the_day_after_its_last_day_it_closes_as_of_its_last_day() =>
        Given(Drafted, Opened).When(c => CloseConsultation.Decide(c, LastDay.AddDays(1))).Then(new ConsultationClosed(LastDay));

    [Fact]
    public void its_last_day_is_not_cut_short() =>
        Given(Drafted, Opened)
            .When(c => CloseConsultation.Decide(c, LastDay))
            .ThenRefused("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward");

    [Fact]
    public void an_extension_counts() =>
        Given(Drafted, Opened, new ClosingDateExtended(LastDay.AddDays(1), "Late copies"))
            .When(c => CloseConsultation.Decide(c, LastDay.AddDays(1)))
            .ThenRefused("CLOSING_DATE_EARLIER");

    [Fact]
    public void a_draft_cannot_close() => Given(Drafted).When(c => CloseConsultation.Decide(c, Today)).ThenRefused("NOT_OPEN");

    [Fact]
    public void it_closes_once() =>
        Given(Drafted, Opened, new ConsultationClosed(LastDay)).When(c => CloseConsultation.Decide(c, LastDay.AddDays(2))).ThenNothing();

    [Fact]
    public void by_itself_it_closes_the_day_after_its_last_day() =>
        Given(Drafted, Opened).When(c => CloseWhenDue.Decide(c, LastDay.AddDays(1))).Then(new ConsultationClosed(LastDay));

    [Fact]
    public void the_same_message_again_closes_nothing() =>
        Given(Drafted, Opened, new ConsultationClosed(LastDay)).When(c => CloseWhenDue.Decide(c, LastDay.AddDays(1))).ThenNothing();

    [Fact]
    public void the_message_of_a_date_that_has_moved_closes_nothing() =>
        Given(Drafted, Opened, new ClosingDateExtended(LastDay.AddDays(7), "Late copies"))
            .When(c => CloseWhenDue.Decide(c, LastDay.AddDays(1)))
            .ThenNothing();

    [Fact]
    public void a_paused_one_does_not_close_by_itself() =>
        Given(Drafted, Opened, new ConsultationPaused(LastDay, "Misprint")).When(c => CloseWhenDue.Decide(c, LastDay.AddDays(1))).ThenNothing();

    [Fact]
    public void nor_does_a_withdrawn_one() =>
        Given(Drafted, Opened, new ConsultationWithdrawn(LastDay, "No grant")).When(c => CloseWhenDue.Decide(c, LastDay.AddDays(1))).ThenNothing();
}
