using Engagement.Web.Figures;
using Engagement.Web.Staff.Results;

namespace Engagement.Web.Staff.Releases;

public enum ReleaseState
{
    Approved,
    Checked,
    Drafted,
    Failed,
    Published,
    Replaced,
    Revised,
}

public sealed record ReleaseRow(
    string Id, string Title, ReleaseState State, DateTimeOffset AsAt, DateTimeOffset DraftedAt, DateTimeOffset? PublishedAt, bool IsYourDraft, KindOfRelease Subject);

public sealed record KindOfRelease(ReleaseKind Kind);

public sealed record StaffRelease(
    string Id,
    string Title,
    ReleaseState State,
    int Version,
    int Number,
    DateTimeOffset AsAt,
    DateTimeOffset DraftedAt,
    DateTimeOffset? PublishedAt,
    string? WhyFailed,
    string? Hash,
    bool IsYourDraft,
    string? RevisedBecause,
    string? RevisionReason,
    OtherRelease? Revises,
    OtherRelease? RevisedBy,
    Policy? Policy,
    Subject Subject,
    IReadOnlyList<Table>? Tables)
{
    /// <summary>What it says in words, as it was or will be published; null where it is figures only.</summary>
    public LocalOfferReturn? LocalOffer { get; init; }

    public bool AwaitsApproval => State is ReleaseState.Checked;

    public bool AwaitsPublishing => State is ReleaseState.Approved;

    public bool IsPublic => State is ReleaseState.Published or ReleaseState.Revised;

    /// <summary>Whether its figures are not frozen, and are made anew whenever somebody looks.</summary>
    public bool IsMadeAnew => State is ReleaseState.Drafted or ReleaseState.Checked or ReleaseState.Approved;
}

public sealed record Policy(string Name, int Version, int HideUnder, int RoundTo, int LeastBase, int CautionUnder);

public sealed record Subject(
    ReleaseKind Kind, DateOnly? Month, IReadOnlyList<Crossed> Crossed, SubjectConsultation? Consultation, ReleasedWave? Wave)
{
    /// <summary>What a question, an option or a group is called, by the key that tables name it by.</summary>
    public string Words(string key)
    {
        foreach (var question in Wave?.Instrument.Questions ?? [])
        {
            if (question.Key == key)
                return question.Text;
            if (question.Options.FirstOrDefault(option => option.Key == key) is { } option)
                return option.Label;
        }

        return BreakdownBy.NameOf(key);
    }

    public bool IsQuestion(string key) => Wave?.Instrument.Questions.Any(question => question.Key == key.Split(':')[0]) == true;

    /// <summary>What it is of, for people.</summary>
    public string Of => (Wave, Consultation, Month) switch
    {
        ({ } wave, _, _) => $"{wave.Title ?? wave.Instrument.Title}: results",
        (_, { } consultation, _) => $"{consultation.Title}: who took part",
        (_, _, { } first) when Kind is ReleaseKind.LocalOfferYear => LocalOffer.LocalOfferLinks.NameOf(first.Year),
        (_, _, { } month) => month.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Where the same is drafted again; null for what is drafted by itself.</summary>
    public string? DraftAgain => (Kind, Wave, Consultation, Month) switch
    {
        (ReleaseKind.WaveResults, { } wave, _, _) => ReleaseLinks.NewOfWave(wave.Id),
        (ReleaseKind.ConsultationFigures, _, { } consultation, _) => ReleaseLinks.NewOfConsultation(consultation.Slug),
        (ReleaseKind.LocalOfferYear, _, _, { } first) => ReleaseLinks.NewOfLocalOffer(first.Year),
        (ReleaseKind.FeedbackPointMonth, _, _, { } month) => ReleaseLinks.NewOfMonth(Dates.Machine(month)[..7]),
        _ => null,
    };
}

public sealed record Crossed(string Question, string By);

public sealed record ReleasedWave(string Id, string? Title, ReleasedInstrument Instrument);

public sealed record ReleasedInstrument(string Title, IReadOnlyList<SubjectQuestion> Questions);

public sealed record Verification(bool IsUntouched, bool IsReproduced);

public sealed record WaveToChoose(string? Title, string InstrumentTitle, WaveNamed? Wave);

public sealed record WaveNamed(string Id, DateOnly OpensOn);

public sealed record ConsultationToChoose(string Slug, string Title);

public sealed record WaveToRelease(string Id, string? Title, DateOnly OpensOn, InstrumentToRelease Instrument, IReadOnlyList<PublishedRelease> Releases);

public sealed record InstrumentToRelease(string Title, IReadOnlyList<AskedQuestion> Questions);

public sealed record ConsultationToRelease(string Id, string Slug, string Title, IReadOnlyList<PublishedRelease> Releases);

public sealed record OfferToRelease(IReadOnlyList<PublishedRelease> Releases);

/// <summary>What a release is to be of.</summary>
/// <param name="Field">The name of the hidden field that keeps it: wave, consultation, month or offer.</param>
/// <param name="Value">What the field holds.</param>
/// <param name="Id">What the schema takes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Earlier">What has been published of it.</param>
/// <param name="Crossable">The questions that may be broken down too.</param>
public sealed record ToRelease(
    string Field, string Value, string Id, string Name, IReadOnlyList<PublishedRelease> Earlier, IReadOnlyList<AskedQuestion> Crossable);
