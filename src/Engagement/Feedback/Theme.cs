using EventStore;

namespace Engagement.Feedback;

/// <summary>Views that make the same point.</summary>
public sealed record Theme : IEvolve<Theme>
{
    public Guid? ConsultationId { get; init; }

    public static Theme? Evolve(Theme? state, IEvent e) => (state, e.Data) switch
    {
        (null, ThemeOpened opened) => new Theme { ConsultationId = opened.ConsultationId },
        _ => state,
    };
}
