using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Journeys;
using Engagement.Surveys;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Feedback;

[QueryType]
public static partial class ViewQueries
{
    /// <summary>What people said: all there is, or what is looked for. Each reading is put on record.</summary>
    /// <param name="order">In which order.</param>
    [Authorize(Permissions.ReadViews), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<ViewDetail>> GetViewsAsync(
        [Spread, ID<ConsultationPage>(nameof(CodingBoardFilter.ConsultationId)), ID<ThemeCard>(nameof(CodingBoardFilter.ThemeId)), ID<InstrumentSheet>(nameof(CodingBoardFilter.InstrumentId))] CodingBoardFilter filter,
        PagingArguments paging,
        CodingBoardReads reads,
        CancellationToken cancellation,
        ViewOrder order = ViewOrder.Newest) =>
        Keyset.PageAsync(
            paging,
            CodingBoardReads.PositionOf,
            (after, limit) => reads.ListAsync(filter, order, after, limit, cancellation),
            () => reads.CountAsync(filter, cancellation));

    /// <summary>The dated steps that one view has been through; null where there is no such view, or it was captured a moment ago.</summary>
    /// <param name="viewId">The view.</param>
    /// <param name="asAt">As it stood at this moment; left out: as it stands now.</param>
    [Authorize(Permissions.ReadViews)]
    public static Task<ViewJourney?> GetViewJourneyAsync(
        [ID<ViewDetail>] Guid viewId, DateTimeOffset? asAt, JourneyReads reads, CancellationToken cancellation) =>
        reads.OfViewAsync(viewId, asAt, cancellation);

    /// <summary>The views that the report of a consultation still waits for, oldest first. Never late.</summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.CodeViews), UsePaging(DefaultPageSize = 50)]
    public static Task<Connection<UnfinishedView>> GetUnfinishedViewsAsync(
        [ID<ConsultationPage>] Guid consultationId, PagingArguments paging, CodingBoardReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(
            paging,
            CodingBoardReads.PositionOf,
            (after, limit) => reads.UnfinishedViewsAsync(consultationId, after, limit, cancellation));

    /// <summary>How far the coding of a consultation is, audience by audience; what is nought is left out.</summary>
    /// <param name="consultationId">The consultation; left out: views from outside consultations.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<IReadOnlyList<CodingProgress>> GetCodingProgressAsync(
        [ID<ConsultationPage>] Guid? consultationId, CodingBoardReads reads, CancellationToken cancellation) =>
        reads.ProgressAsync(consultationId, cancellation);

    /// <summary>The questions that views of a consultation answer, those with most views first.</summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.ReadViews)]
    public static Task<IReadOnlyList<AnsweredQuestion>> GetAnsweredQuestionsAsync(
        [ID<ConsultationPage>] Guid consultationId, CodingBoardReads reads, CancellationToken cancellation) =>
        reads.QuestionsAsync(consultationId, cancellation);

    /// <summary>What coders have made of suggested themes, by method, its newest version first.</summary>
    [Authorize(Permissions.CodeViews)]
    public static Task<IReadOnlyList<ThemeSuggestionRate>> GetThemeSuggestionRatesAsync(ThemeSuggestionReads reads, CancellationToken cancellation) =>
        reads.RatesAsync(cancellation);

    /// <summary>Samples of coded views that somebody else codes again, newest first.</summary>
    /// <param name="consultationId">Where the views are from; left out: those from outside consultations.</param>
    [Authorize(Permissions.CodeViews), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<CodingSampleCard>> GetCodingSamplesAsync(
        [ID<ConsultationPage>] Guid? consultationId, PagingArguments paging, CodingSampleReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(
            paging,
            CodingSampleReads.PositionOf,
            (after, limit) => reads.ListAsync(consultationId, after, limit, cancellation));

    /// <summary>The next view of a sample that you can code a second time, with nothing of how it was coded first; null when none is left for you.</summary>
    /// <param name="sampleId">The sample.</param>
    [Authorize(Permissions.CodeAgain)]
    public static async Task<BlindView?> GetViewToCodeAgainAsync(
        [ID<CodingSampleCard>] Guid sampleId, CodingSampleReads reads, ClaimsPrincipal user, CancellationToken cancellation) =>
        Asker.Of(user).ActorId is { } coder ? await reads.NextAsync(sampleId, coder, cancellation) : null;
}

/// <summary>A question that people answered in words of their own, and how many views came of it.</summary>
[ObjectType<AnsweredQuestion>, Authorize(Permissions.ReadViews)]
public static partial class AnsweredQuestionNode
{
    /// <summary>The set of questions it belongs to.</summary>
    [BindMember(nameof(AnsweredQuestion.InstrumentId))]
    [ID<InstrumentSheet>]
    public static Guid GetInstrumentId([Parent] AnsweredQuestion question) => question.InstrumentId;
}

/// <summary>The dated steps that one view has been through.</summary>
[ObjectType<ViewJourney>, GraphQLIgnore(nameof(ViewJourney.ViewId)), Authorize(Permissions.ReadViews)]
public static partial class ViewJourneyNode
{
    /// <summary>The themes it is in today.</summary>
    [BindMember(nameof(ViewJourney.ThemeIds))]
    public static async Task<IReadOnlyList<ThemeCard>> GetThemesAsync(
        [Parent] ViewJourney journey, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        [.. (await themes.LoadAsync(journey.ThemeIds, cancellation)).OfType<ThemeCard>()];

    /// <summary>What was published because of it.</summary>
    [BindMember(nameof(ViewJourney.EntryIds))]
    public static async Task<IReadOnlyList<EntryPage>> GetEntriesAsync(
        [Parent] ViewJourney journey, IEntryByIdDataLoader entries, CancellationToken cancellation) =>
        [.. (await entries.LoadAsync(journey.EntryIds, cancellation)).OfType<EntryPage>()];
}
