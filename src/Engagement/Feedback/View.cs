using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Feedback;

/// <summary>One view, never lost sight of: it ends coded to a theme, or "not codable" with the reason.</summary>
public sealed record View : IEvolve<View>
{
    public required Guid Id { get; init; }

    public required ViewSource Source { get; init; }

    public Guid? ConsultationId { get; init; }

    public required PersonalText Words { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    public IReadOnlyList<Guid> ThemeIds { get; init; } = [];

    public bool IsNotCodable { get; init; }

    public bool IsWithdrawn { get; init; }

    public int Version { get; init; }

    public ViewState State => ThemeIds.Count > 0 ? ViewState.Coded : IsNotCodable ? ViewState.NotCodable : ViewState.Unread;

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
        ({ } view, ViewCoded coded) => view with { ThemeIds = [.. view.ThemeIds, coded.ThemeId] },
        ({ } view, ViewNotCodable) => view with { IsNotCodable = true },
        ({ } view, ViewWithdrawn) => view with { IsWithdrawn = true },
        _ => state,
    };
}
