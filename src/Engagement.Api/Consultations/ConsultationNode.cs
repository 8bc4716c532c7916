using Engagement.Api.Releases;
using Engagement.Api.Surveys;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Releases;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Consultations;

/// <summary>A formal, time-limited activity that hears people before a decision is made.</summary>
[ObjectType<ConsultationPage>, GraphQLName("Consultation")]
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

    /// <summary>Its survey, if one was opened: of several one that is open before others, then one for everybody, then the first that was made.</summary>
    public static Task<WaveSheet?> GetWaveAsync(
        [Parent] ConsultationPage consultation, IWaveByConsultationDataLoader waves, CancellationToken cancellation) =>
        waves.LoadAsync(consultation.Id, cancellation);

    /// <summary>All its surveys that have been opened, such as one for young people beside one for parents, in the order in which they were made.</summary>
    public static async Task<IReadOnlyList<WaveSheet>> GetWavesAsync(
        [Parent] ConsultationPage consultation, IWavesOfConsultationDataLoader waves, CancellationToken cancellation) =>
        await waves.LoadAsync(consultation.Id, cancellation) ?? [];

    /// <summary>The published figures of who took part in its surveys, the newest first; also those that have been revised since.</summary>
    public static async Task<IReadOnlyList<ReleasePage>> GetReleasesAsync(
        [Parent] ConsultationPage consultation, IPublishedReleasesDataLoader releases, CancellationToken cancellation) =>
        await releases.LoadAsync(ReleaseSubject.OfConsultation(consultation.Id).Key, cancellation) ?? [];
}
