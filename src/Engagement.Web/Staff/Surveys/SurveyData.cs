using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A set of questions in the list of them.</summary>
public sealed record InstrumentSummary(string Id, string Title, DateTimeOffset DraftedAt, int? PublishedVersion, DraftNumber? Draft);

public sealed record DraftNumber(int InstrumentVersion);

/// <summary>A set of questions with the runs that ask it, as many as the list needs.</summary>
public sealed record SurveyRow(InstrumentSummary Survey, IReadOnlyList<SurveyUse> Uses);

/// <summary>A run of a survey: what asks a set of questions, or will ask it.</summary>
public sealed record SurveyUse(string Id, string? Title, DateOnly? OpensOn, DateOnly? ClosesOn, UsedBy? Consultation, OpenedAs? Wave)
{
    public string? InstrumentTitle { get; init; }

    public InstrumentName? Instrument { get; init; }

    public bool IsOpen => Wave?.State is WaveState.Open;
}

public sealed record InstrumentName(string Id);

public sealed record UsedBy(string Slug, string Title, ConsultationState State);

public sealed record OpenedAs(WaveState State, int InstrumentVersion);

/// <summary>A versioned set of questions as its editors see it; the draft and the renditions are theirs alone.</summary>
public sealed record Instrument(
    string Id,
    string Title,
    int Version,
    int? PublishedVersion,
    IReadOnlyList<PublishedVersion> Versions,
    InstrumentDraft? Draft,
    IReadOnlyList<RenditionProgress>? Renditions,
    IReadOnlyList<ScaleMapping> ScaleMappings)
{
    public PublishedVersion? Newest => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>What the page shows: the draft where there is one, else what was published last.</summary>
    public Questionnaire Current => Draft?.Questionnaire ?? Newest?.Questionnaire ?? Questionnaire.Empty;

    public int CurrentVersion => Draft?.InstrumentVersion ?? PublishedVersion ?? 0;

    public Questionnaire? FindVersion(int number) =>
        number == Draft?.InstrumentVersion ? Draft.Questionnaire : Versions.FirstOrDefault(version => version.Number == number)?.Questionnaire;

    public RenditionProgress? FindRendition(SurveyForm name, int version) =>
        Renditions?.FirstOrDefault(rendition => rendition.Name == name && rendition.InstrumentVersion == version);

    public bool IsPublishedQuestion(string key) => Newest?.Questions.Any(question => question.Key == key) == true;

    /// <summary>Keys that something has had: they name it for ever.</summary>
    public IEnumerable<string> Keys => Versions.Select(version => version.Questionnaire).Append(Current)
        .SelectMany(questionnaire => questionnaire.Sections.Select(section => section.Key).Concat(questionnaire.Questions.Select(question => question.Key)));
}

public sealed record PublishedVersion(
    int Number, IReadOnlyList<QuestionSection> Sections, IReadOnlyList<Question> Questions, IReadOnlyList<QuestionContinuity> Continuity)
{
    public Questionnaire Questionnaire => new(Sections, Questions);
}

public sealed record InstrumentDraft(int InstrumentVersion, Questionnaire Questionnaire, IReadOnlyList<QuestionChange> Changes, IReadOnlyList<DraftBlock> Blocks);

public sealed record DraftBlock(string Message, string Code);

public sealed record QuestionChange(string Key, QuestionChangeKind Kind, Continuity? Continuity);

public enum QuestionChangeKind
{
    Added,
    Changed,
    Rearranged,
    Removed,
}

public sealed record QuestionContinuity(string Key, Continuity Continuity);

public enum Continuity
{
    SameMeaning,
    Changed,
    NotComparable,
}

/// <summary>A form or language of a version, and how far it is.</summary>
public sealed record RenditionProgress(
    SurveyForm Name, int InstrumentVersion, string? ApprovedByRole, IReadOnlyList<string> Untranslated, IReadOnlyList<RenderedItem> Items)
{
    public RenderedItem? Find(string key) => Items.FirstOrDefault(item => item.Key == key);
}

/// <summary>The words of a question or section in another form or language.</summary>
public sealed record RenderedItem(
    string Key, string Text, string? Hint, string? Scale, string? Symbol, IReadOnlyList<QuestionOption> Options, IReadOnlyList<OptionSymbol>? OptionSymbols);

public sealed record ScaleMapping(string FromScale, string ToScale, IReadOnlyList<ScalePoint> Points);

public sealed record ScalePoint(string From, string To);

public sealed record AnswerScale(string Key, QuestionKind Kind, IReadOnlyList<QuestionOption> Points);

/// <summary>All that the builder's pages show of a survey, and who looks at it.</summary>
public sealed record SurveyDesk(
    Viewer Viewer, Instrument Survey, IReadOnlyList<SurveyUse> Uses, IReadOnlyList<AnswerScale> Scales, IReadOnlyList<QuestionOption> OtherAnswers)
{
    public bool MayEdit => Viewer.May(SurveyDesks.Edit);

    /// <summary>Whether its questions can be changed just now.</summary>
    public bool IsEditable => MayEdit && Survey.Draft is not null;

    public bool IsOpen => Uses.Any(use => use.IsOpen);

    /// <summary>What can be chosen in a question: on another scale where one is named, else as it is.</summary>
    public IReadOnlyList<QuestionOption> OptionsOf(Question question, string? scale)
    {
        ArgumentNullException.ThrowIfNull(question);
        return scale is { Length: > 0 } && scale != question.Scale?.Key && Scales.FirstOrDefault(one => one.Key == scale) is { } other
            ? [.. other.Points, .. question.Options.Where(option => option.IsOtherAnswer)]
            : question.Options;
    }
}
