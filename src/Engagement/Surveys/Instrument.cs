using EventStore;

namespace Engagement.Surveys;

/// <summary>A set of questions. A published version is final: answers to it must go on meaning what they meant.</summary>
public sealed record Instrument : IEvolve<Instrument>
{
    public required string Title { get; init; }

    public IReadOnlyList<string> QuestionKeys { get; init; } = [];

    public int? PublishedVersion { get; init; }

    public static Instrument? Evolve(Instrument? state, IEvent e) => (state, e.Data) switch
    {
        (null, InstrumentDrafted drafted) => new Instrument { Title = drafted.Title },
        ({ } instrument, StatementAdded added) => instrument with { QuestionKeys = [.. instrument.QuestionKeys, added.Question.Key] },
        ({ } instrument, QuestionAdded added) => instrument with { QuestionKeys = [.. instrument.QuestionKeys, added.Question.Key] },
        ({ } instrument, InstrumentVersionPublished published) => instrument with { PublishedVersion = published.InstrumentVersion },
        _ => state,
    };

    public bool HasQuestion(string key) => QuestionKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
}
