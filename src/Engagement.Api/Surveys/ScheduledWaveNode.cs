using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Api.Metrics;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Metrics;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>One run of a survey as staff see it: also before it is opened, when nobody can answer it yet.</summary>
[ObjectType<WaveCard>, GraphQLName("ScheduledWave"), GraphQLIgnore(nameof(WaveCard.Wave), nameof(WaveCard.Sheet))]
[Authorize(Permissions.ReadDrafts)]
public static partial class ScheduledWaveNode
{
    /// <summary>The wave: what changes of it name.</summary>
    [ID<WaveSheet>]
    public static Guid GetId([Parent] WaveCard card) => card.Wave.Id;

    /// <summary>What staff call it; null: it is the survey of its consultation.</summary>
    public static string? GetTitle([Parent] WaveCard card) => card.Wave.Title;

    /// <summary>Whom it asks, where it asks one group only.</summary>
    public static Audience? GetAudience([Parent] WaveCard card) => card.Wave.Audience;

    /// <summary>How often the same is asked again.</summary>
    public static WaveFrequency GetFrequency([Parent] WaveCard card) => card.Wave.Frequency;

    /// <summary>The first day; null: it is scheduled and has the dates of its consultation.</summary>
    public static DateOnly? GetOpensOn([Parent] WaveCard card) => card.Sheet?.OpensOn ?? card.Wave.OpensOn;

    /// <summary>The last day, to its midnight in London; null: it is scheduled and has the dates of its consultation.</summary>
    public static DateOnly? GetClosesOn([Parent] WaveCard card) => card.Sheet?.ClosesOn ?? card.Wave.ClosesOn;

    /// <summary>How many were invited; null: it is an open link, or nobody has been invited yet.</summary>
    public static InvitationList? GetInvitations([Parent] WaveCard card) => card.Wave.Invitations;

    /// <summary>When it was scheduled, or opened without that.</summary>
    public static DateTimeOffset GetMadeAt([Parent] WaveCard card) => card.Wave.MadeAt;

    /// <summary>Goes up with each change: what a change names as the version it was made on.</summary>
    public static int GetVersion([Parent] WaveCard card) => card.Wave.Version;

    /// <summary>The wave as everybody sees it; null: it has not been opened.</summary>
    public static WaveSheet? GetWave([Parent] WaveCard card) => card.Sheet;

    /// <summary>The consultation it is part of; null when it stands by itself.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] WaveCard card, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        card.Wave.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>The questions it asks or will ask, as they are now; null for those who may not see them yet.</summary>
    public static Task<InstrumentSheet?> GetInstrumentAsync(
        [Parent] WaveCard card, IInstrumentByIdDataLoader instruments, CancellationToken cancellation) =>
        instruments.LoadAsync(card.Wave.InstrumentId, cancellation);

    /// <summary>The people it could have reached, where they are counted.</summary>
    public static async Task<DenominatorSheet?> GetDenominatorSetAsync(
        [Parent] WaveCard card, IDenominatorSetByIdDataLoader sets, CancellationToken cancellation) =>
        card.Wave.DenominatorSetId is { } id ? await sets.LoadAsync(id, cancellation) : null;
}
