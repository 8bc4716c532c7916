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
        Given(Drafted, Opened, new ConsultationClosed(LastDay)).When(c => CloseConsultation.Decide(c, LastDay.AddDays(2))).ThenRefused("NOT_OPEN");
}
