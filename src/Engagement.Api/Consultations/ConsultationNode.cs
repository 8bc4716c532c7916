using Engagement.Api.Surveys;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Consultations;

/// <summary>A formal, time-limited activity that hears people before a decision is made.</summary>
[ObjectType<ConsultationPage>, GraphQLName("Consultation")]
[GraphQLIgnore(
    nameof(ConsultationPage.ClosedOn), nameof(ConsultationPage.DraftedAt), nameof(ConsultationPage.Audiences), nameof(ConsultationPage.OptionsRejected),
    nameof(ConsultationPage.ClosingDateChanges), nameof(ConsultationPage.PausedOn), nameof(ConsultationPage.PausedBecause), nameof(ConsultationPage.Late),
    nameof(ConsultationPage.Report), nameof(ConsultationPage.WithdrawnOn), nameof(ConsultationPage.WithdrawnBecause))]
[Node, AllowAnonymous]
public static partial class ConsultationNode
{
    [NodeResolver]
    public static Task<ConsultationPage?> LoadAsync(Guid id, ConsultationReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>Where it stands today, in London.</summary>
    public static ConsultationState GetState([Parent] ConsultationPage consultation, TimeProvider clock) =>
        consultation.StateOn(clock.LondonToday());

    /// <summary>The day by which the response to it is due: 12 weeks after it closes.</summary>
    public static DateOnly? GetResponseDueOn([Parent] ConsultationPage consultation) => consultation.ResponseDueOn();

    /// <summary>Its survey, if it has one.</summary>
    public static Task<WaveSheet?> GetWaveAsync(
        [Parent] ConsultationPage consultation, IWaveByConsultationDataLoader waves, CancellationToken cancellation) =>
        waves.LoadAsync(consultation.Id, cancellation);
}
