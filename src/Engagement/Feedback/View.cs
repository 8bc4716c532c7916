using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Feedback;

/// <summary>One view, never lost sight of: it ends coded to a theme, or "not codable" with the reason, unless the person takes it back.</summary>
public sealed record View : IEvolve<View>
{
    public required Guid Id { get; init; }

    public required ViewSource Source { get; init; }

    public Guid? ConsultationId { get; init; }

    public required PersonalText Words { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>In the order they were given.</summary>
    public IReadOnlyList<ViewCode> Codes { get; init; } = [];

    /// <summary>Everybody who has coded it, also where the coding was undone.</summary>
    public IReadOnlyList<Guid> CoderIds { get; init; } = [];

    public IReadOnlyList<Guid> RejectedThemeIds { get; init; } = [];

    public IReadOnlyList<ViewQuoted> Quotes { get; init; } = [];

    public bool IsNotCodable { get; init; }

    public bool IsWithdrawn { get; init; }

    public int Version { get; init; }

    /// <summary>As they were coded. What has become of those themes since is in <see cref="ThemeLineage"/>.</summary>
    public IEnumerable<Guid> ThemeIds => Codes.Select(code => code.ThemeId);

    public ViewState State => this switch
    {
        { IsWithdrawn: true } => ViewState.Withdrawn,
        { Codes.Count: > 0 } => ViewState.Coded,
        { IsNotCodable: true } => ViewState.NotCodable,
        _ => ViewState.Unread,
    };

    public static View? Evolve(View? state, IEvent e)
    {
        var view = Change(state, e);
        return view is null ? null : view with { Version = (int)e.Version };
    }

    public static Guid IdFor(Guid responseId, string questionKey) =>
        DeterministicId.From("view", responseId.ToString("N"), questionKey);

    private static View? Change(View? state, IEvent e) => (state, e.Data) switch
    {
        (null, ViewCaptured captured) => new View
        {
            Id = e.StreamId,
            ConsultationId = captured.ConsultationId,
            Source = captured.Source,
            Words = captured.Words,
            SaidAt = captured.SaidAt,
        },
        ({ } view, ViewCoded coded) => CodedBy(view, e) with { Codes = [.. view.Codes, new ViewCode(coded.ThemeId, e.ActorId())], IsNotCodable = false },
        ({ } view, ViewUncoded uncoded) => view with { Codes = [.. view.Codes.Where(code => code.ThemeId != uncoded.ThemeId)] },
        ({ } view, ViewMoved moved) => view with
        {
            Codes = [.. view.Codes.Where(code => !moved.From.Contains(code.ThemeId)), new ViewCode(moved.Into, e.ActorId())],
        },
        ({ } view, ViewNotCodable) => CodedBy(view, e) with { IsNotCodable = true },
        ({ } view, ViewWithdrawn) => view with { IsWithdrawn = true, Codes = [], Quotes = [] },
        ({ } view, ViewSuggestionRejected rejected) => view with { RejectedThemeIds = [.. view.RejectedThemeIds, rejected.ThemeId] },
        ({ } view, ViewQuoted quoted) => view with { Quotes = [.. view.Quotes, quoted] },
        _ => state,
    };

    private static View CodedBy(View view, IEvent e) =>
        e.ActorId() is { } coder && !view.CoderIds.Contains(coder) ? view with { CoderIds = [.. view.CoderIds, coder] } : view;
}
