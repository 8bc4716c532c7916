using EventStore;

namespace Engagement.Paper;

/// <summary>A file of forms that was taken.</summary>
public sealed record PaperBatch : IEvolve<PaperBatch>
{
    public required int Rows { get; init; }

    public static PaperBatch? Evolve(PaperBatch? state, IEvent e) => (state, e.Data) switch
    {
        (null, PaperBatchImported imported) => new PaperBatch { Rows = imported.Rows },
        _ => state,
    };
}
