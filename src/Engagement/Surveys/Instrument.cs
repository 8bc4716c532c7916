using EventStore;

namespace Engagement.Surveys;

/// <summary>
/// A set of questions, in versions. A published version is final: answers to it must go on meaning what they meant. It is edited in a draft of the
/// next version, while waves go on asking the one they began with.
/// </summary>
public sealed record Instrument : IEvolve<Instrument>
{
    public required string Title { get; init; }

    /// <summary>The version being made; null: none is.</summary>
    public Questionnaire? Draft { get; init; }

    /// <summary>Of the draft's changed questions, those of which it has been said what the change means.</summary>
    public IReadOnlyList<QuestionContinuity> Declared { get; init; } = [];

    /// <summary>All that have been published, oldest first.</summary>
    public IReadOnlyList<InstrumentVersion> Versions { get; init; } = [];

    public IReadOnlyList<InstrumentRendition> Renditions { get; init; } = [];

    public IReadOnlyList<ScaleMapping> ScaleMappings { get; init; } = [];

    public int? PublishedVersion => Versions.Count == 0 ? null : Versions[^1].Number;

    /// <summary>The number that the draft will be published under.</summary>
    public int NextVersion => (PublishedVersion ?? 0) + 1;

    public static Instrument? Evolve(Instrument? state, IEvent e) => (state, e.Data) switch
    {
        (null, InstrumentDrafted drafted) => new Instrument { Title = drafted.Title, Draft = Questionnaire.Empty },
        (null, _) => null,
        (_, NewVersionDrafted drafted) => state.BeginDraft(drafted),
        (_, DraftDiscarded discarded) => state with
        {
            Draft = null,
            Declared = [],
            Renditions = [.. state.Renditions.Where(r => r.InstrumentVersion != discarded.InstrumentVersion)],
        },
        (_, ContinuityDeclared declared) => state with { Declared = [.. state.Undeclared(declared.Key), new QuestionContinuity(declared.Key, declared.Continuity)] },
        (_, InstrumentVersionPublished published) => state.Publish(published),
        (_, RenditionWritten or RenditionEquivalenceApproved) => state with { Renditions = RenditionShelf.After(state.Renditions, e.Data) },
        (_, ScaleMappingRecorded recorded) => state with { ScaleMappings = [.. state.ScaleMappings.Where(m => !m.IsFor(recorded.Mapping)), recorded.Mapping] },
        ({ Draft: { } draft },
            StatementAdded or QuestionAdded or QuestionChanged or QuestionRemoved or QuestionMoved
            or SectionAdded or SectionChanged or SectionRemoved or SectionMoved) => state.Edit(draft, e.Data),
        _ => state,
    };

    /// <summary>The questions of a version: of one that was published, or of the draft.</summary>
    public Questionnaire? FindVersion(int number) =>
        number == NextVersion ? Draft : Versions.FirstOrDefault(v => v.Number == number)?.ToQuestionnaire();

    public InstrumentRendition? FindRendition(RenditionName name, int version) =>
        Renditions.FirstOrDefault(r => r.Name == name && r.InstrumentVersion == version);

    /// <summary>The question as it was last published.</summary>
    public Question? FindPublished(string key) => Versions.Count == 0 ? null : Versions[^1].ToQuestionnaire().Find(key);

    /// <summary>Whether a key was a question's once and is no longer: answers to it are kept, so it may not come to name another.</summary>
    public bool IsRetired(string key) => FindPublished(key) is null && Versions.Any(v => v.ToQuestionnaire().Find(key) is not null);

    private Instrument BeginDraft(NewVersionDrafted drafted) => this with
    {
        Draft = Versions[^1].ToQuestionnaire(),
        Declared = [],
        Renditions = RenditionShelf.CarriedOver(Renditions, Versions[^1].Number, drafted.InstrumentVersion),
    };

    private Instrument Publish(InstrumentVersionPublished published) => this with
    {
        Draft = null,
        Declared = [],
        Versions =
        [
            .. Versions,
            new InstrumentVersion(published.InstrumentVersion, Draft?.Questions ?? [], Draft?.Sections ?? []) { Continuity = published.Continuity },
        ],
    };

    // What was said of a change was said of the words as they were then.
    private Instrument Edit(Questionnaire draft, object edit) => this with
    {
        Draft = draft.After(edit),
        Declared = edit is QuestionChanged changed ? Undeclared(changed.Question.Key) : Declared,
        Renditions = RenditionShelf.AfterEdit(Renditions, NextVersion, draft, edit),
    };

    private IReadOnlyList<QuestionContinuity> Undeclared(string key) => [.. Declared.Where(d => d.Key != key)];
}
