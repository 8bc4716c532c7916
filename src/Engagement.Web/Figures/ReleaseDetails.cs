namespace Engagement.Web.Figures;

public sealed record ReleaseSummary(string Id, string Title, DateTimeOffset? PublishedAt, string? RevisionReason, ReleaseSubject Subject);

public sealed record ReleaseDetails(
    string Id,
    string Title,
    DateTimeOffset? PublishedAt,
    DateTimeOffset AsAt,
    string? Hash,
    string? RevisionReason,
    string? RevisedBecause,
    OtherRelease? Revises,
    OtherRelease? RevisedBy,
    DisclosurePolicy? Policy,
    ReleaseSubject Subject,
    IReadOnlyList<Table>? Tables)
{
    /// <summary>What it says in words; null where it is figures only.</summary>
    public LocalOfferReturn? LocalOffer { get; init; }

    /// <summary>What a question, an option or a group is called, by the key that tables name it by.</summary>
    public string Words(string key)
    {
        foreach (var question in Subject.Wave?.Instrument.Questions ?? [])
        {
            if (question.Key == key)
                return question.Text;
            if (question.Options.FirstOrDefault(option => option.Key == key) is { } option)
                return option.Label;
        }

        return TableWords.NameOf(key);
    }

    /// <summary>What a table is called.</summary>
    public string TitleOf(Table table) => TableWords.Title(table, Tables ?? [], Words);
}

public sealed record OtherRelease(string Id, string Title);

public sealed record DisclosurePolicy(int HideUnder, int RoundTo, int LeastBase);

public sealed record ReleaseSubject(ReleaseKind Kind, SubjectConsultation? Consultation, SubjectWave? Wave);

public sealed record SubjectConsultation(string Slug, string Title);

public sealed record SubjectWave(SubjectInstrument Instrument);

public sealed record SubjectInstrument(IReadOnlyList<SubjectQuestion> Questions);

public sealed record SubjectQuestion(string Key, string Text, IReadOnlyList<SubjectOption> Options);

public sealed record SubjectOption(string Key, string Label);

public enum ReleaseKind
{
    ConsultationFigures,
    FeedbackPointMonth,
    ForumMonth,
    LocalOfferYear,
    WaveResults,
}

public sealed record Table(
    string Name, string Of, string RowsBy, string? ColumnsBy, string? Refused, int? Total, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows)
{
    public bool HidesSomething => Total is null || Rows.Any(row => row.Cells.Any(cell => cell.Withheld is not null));

    public bool NeedsCaution => Columns.Any(column => column.TreatWithCaution);
}

public sealed record Column(string? Key, int? Total, bool TreatWithCaution);

public sealed record Row(string Key, int? Total, IReadOnlyList<Cell> Cells);

public sealed record Cell(int? Count, decimal? Percentage, WithheldFigure? Withheld);

public enum WithheldFigure
{
    Count,
    Percentage,
}
