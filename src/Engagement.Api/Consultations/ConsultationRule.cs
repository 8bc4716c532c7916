using Engagement.Api.Authorization;
using Engagement.Consultations;

namespace Engagement.Api.Consultations;

/// <summary>Anyone may read a consultation, but for a draft: its existence is not given away either.</summary>
internal sealed class ConsultationRule : IObjectRule<ConsultationPage>
{
    // Until it is opened it has no dates, so it is a draft on every day.
    public bool IsPublic(ConsultationPage thing) => thing.StateOn(DateOnly.MinValue) != ConsultationState.Draft;

    public bool Allows(Asker asker, Grant grant, ConsultationPage thing) => grant.Reach == Reach.Everywhere;
}
