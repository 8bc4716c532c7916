using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Results;

/// <summary>A run of a survey as staff see it; without a wave it has not been opened.</summary>
public sealed record WaveRow(string Id, string? Title, string InstrumentTitle, DateOnly? OpensOn, WaveOfRow? Wave)
{
    public string Name => Title ?? InstrumentTitle;
}

public sealed record WaveOfRow(
    string Id, string? Title, Audience? Audience, WaveState State, DateOnly OpensOn, DateOnly ClosesOn, DateOnly? ClosedOn, ConsultationTitle? Consultation);

public sealed record ConsultationTitle(string Id, string Slug, string Title);

/// <summary>A wave whose results are shown.</summary>
public sealed record ResultWave(
    string Id,
    string? Title,
    Audience? Audience,
    WaveState State,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? ClosedOn,
    ResultInstrument Instrument,
    ConsultationTitle? Consultation)
{
    public string Name => Title ?? Instrument.Title;

    public string When => State is WaveState.Open
        ? $"Open from {Dates.Text(OpensOn)} to {Dates.Text(ClosesOn)}. These figures still change."
        : $"Open from {Dates.Text(OpensOn)} to {Dates.Text(ClosedOn ?? ClosesOn)}.";
}

public sealed record ResultInstrument(string Id, string Title, IReadOnlyList<AskedQuestion> Questions)
{
    /// <summary>What an option is called by its key, where questions about the person ask for a need or a phase.</summary>
    public string? OptionOf(string key) =>
        Questions.SelectMany(question => question.Options).FirstOrDefault(option => string.Equals(option.Key, key, StringComparison.OrdinalIgnoreCase))?.Label;
}

public sealed record AskedQuestion(string Key, string Text, QuestionKind Kind, bool IsOnScale, bool AboutYou, IReadOnlyList<AskedOption> Options)
{
    /// <summary>One answer for each person: only then do the groups of a table add up.</summary>
    public bool CanBeBrokenDown => !AboutYou && (IsOnScale || Kind is QuestionKind.SingleChoice);
}

public sealed record AskedOption(string Key, string Label);

public sealed record Voice(Audience? Audience, bool Proxy)
{
    /// <summary>Names it in addresses and for programs.</summary>
    public string Key => $"{Audience switch
    {
        HaveYourSay.Audience.ParentsAndCarers => "parents",
        HaveYourSay.Audience.YoungPeople => "young-people",
        HaveYourSay.Audience.Organisations => "organisations",
        HaveYourSay.Audience.Staff => "staff",
        _ => "not-said",
    }}{(Proxy ? "-by-proxy" : "")}";

    public string Text => $"{Who(Audience)}{(Proxy ? ", answered for them (proxy)" : "")}";

    public static string Who(Audience? audience) => audience switch
    {
        HaveYourSay.Audience.ParentsAndCarers => "Parents and carers",
        HaveYourSay.Audience.YoungPeople => "Children and young people",
        HaveYourSay.Audience.Organisations => "Organisations",
        HaveYourSay.Audience.Staff => "Staff",
        _ => "Audience not said",
    };
}

public sealed record VoiceResult(Voice Voice, int Responses, IReadOnlyList<QuestionResult> Questions);

public sealed record QuestionResult(
    string Key,
    QuestionKind Kind,
    string Text,
    int Base,
    bool NeedsCaution,
    decimal? Average,
    IReadOnlyList<OptionResult>? Options,
    IReadOnlyList<ScaleResult> Scales);

public sealed record OptionResult(string Key, string Label, int Count, decimal? Percentage);

public sealed record ScaleResult(string Scale, decimal? Percentage, decimal? Low, decimal? High, bool NeedsCaution);

public sealed record AnswerScale(string Key, QuestionKind Kind, IReadOnlyList<AskedOption> Points)
{
    public bool IsEasyRead => Key.EndsWith("easy-read", StringComparison.Ordinal);

    public string Name => IsEasyRead ? $"Easy Read, {Points.Count} points" : $"{Points.Count} points";

    /// <summary>How many took a place on it: "I'm not sure" is no place.</summary>
    public int CountOf(QuestionResult question) => (question.Options ?? []).Where(option => Points.Any(point => point.Key == option.Key)).Sum(option => option.Count);
}

public sealed record VoiceTrend(Voice Voice, IReadOnlyList<TrendPoint> Points);

public sealed record TrendPoint(int InstrumentVersion, TrendLink? Link, bool? MayBeChance, ScaleResult Scale, TrendWave? Wave);

public sealed record TrendWave(string Id, string? Title, DateOnly OpensOn);

public enum TrendLink
{
    Joins,
    JoinsWithMark,
    Breaks,
}

public sealed record ResultBreakdown(Voice Voice, IReadOnlyList<string> Options, IReadOnlyList<string> Groups, CrossTable? Table);

public sealed record CrossTable(
    IReadOnlyList<IReadOnlyList<int?>> Cells, IReadOnlyList<int?> RowTotals, IReadOnlyList<int?> ColumnTotals, int? Total);

/// <summary>What somebody said, in their words.</summary>
public sealed record SaidView(string Id, string? Text, string QuestionText, DateTimeOffset SaidAt, bool Proxy);
