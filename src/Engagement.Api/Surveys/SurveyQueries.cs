using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Consultations;
using Engagement.Surveys;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Surveys;

[QueryType]
public static partial class SurveyQueries
{
    /// <summary>The sets of questions there are, newest first.</summary>
    /// <param name="search">Those with these words in the title, in this order; capital letters do not matter.</param>
    [Authorize(Permissions.EditSurveys), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<InstrumentSheet>> GetInstrumentsAsync(
        string? search, PagingArguments paging, SurveyReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(paging, SurveyReads.PositionOf, (after, limit) => reads.ListInstrumentsAsync(search, after, limit, cancellation));

    /// <summary>One set of questions; null when there is none, or none that you may see.</summary>
    /// <param name="id">The set of questions.</param>
    [AllowAnonymous]
    public static Task<InstrumentSheet?> GetInstrumentAsync([ID<InstrumentSheet>] Guid id, SurveyReads reads, CancellationToken cancellation) =>
        reads.FindInstrumentAsync(id, cancellation);

    /// <summary>The scales there are for statements and questions about satisfaction.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<AnswerScale> GetAnswerScales() => AnswerScales.All;

    /// <summary>Answers that are no opinion, such as "I'm not sure", which many questions offer beside their own.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<QuestionOption> GetOtherAnswers() => OtherAnswers.All;

    /// <summary>One run of a survey; null when there is none, or it has not been opened.</summary>
    /// <param name="id">The wave.</param>
    [AllowAnonymous]
    public static async Task<WaveSheet?> GetWaveAsync([ID<WaveSheet>] Guid id, SurveyReads reads, CancellationToken cancellation) =>
        (await reads.FindSurveyAsync(id, cancellation))?.Wave;

    /// <summary>Runs of surveys as staff see them, newest first: also those that are only scheduled.</summary>
    [Authorize(Permissions.ReadDrafts), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<WaveCard>> GetScheduledWavesAsync(
        [Spread, ID<InstrumentSheet>(nameof(WaveFilter.InstrumentId)), ID<ConsultationPage>(nameof(WaveFilter.ConsultationId))] WaveFilter filter,
        PagingArguments paging,
        SurveyReads reads,
        CancellationToken cancellation) =>
        Keyset.PageAsync(paging, SurveyReads.PositionOf, (after, limit) => reads.ListWavesAsync(filter, after, limit, cancellation));

    /// <summary>One run of a survey as staff see it; null when there is none.</summary>
    /// <param name="id">The wave.</param>
    [Authorize(Permissions.ReadDrafts)]
    public static Task<WaveCard?> GetScheduledWaveAsync([ID<WaveSheet>] Guid id, SurveyReads reads, CancellationToken cancellation) =>
        reads.FindWaveAsync(id, cancellation);
}
