using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Results;

/// <summary>The tables of a wave's results.</summary>
internal static class ResultTables
{
    private const string Few = "few";

    /// <summary>What is said of figures that rest on few people.</summary>
    public const string FewMeans = "“Few” means fewer than 30 people: treat it with caution.";

    private static readonly FigureColumn Caution = new("few_people", "Few people", IsNumber: false, OnPage: false);

    /// <summary>Statements and questions about satisfaction: the favourable part, and how it moved since the wave before.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="voice">Whose answers.</param>
    /// <param name="scales">The scales there are.</param>
    /// <param name="changes">How each question moved, by its key and scale.</param>
    /// <param name="before">When the wave before opened; null: there is none.</param>
    public static FigureTable? Statements(
        ResultWave wave, VoiceResult voice, IReadOnlyList<AnswerScale> scales, IReadOnlyDictionary<(string Question, string Scale), TrendChange> changes, DateOnly? before)
    {
        var rows = new List<IReadOnlyList<Figure>>();
        foreach (var question in voice.Questions)
        {
            foreach (var (index, result) in question.Scales.Index())
            {
                var scale = scales.FirstOrDefault(known => known.Key == result.Scale);
                var count = scale?.CountOf(question) ?? question.Base;
                // A question is asked on the scale of each of its forms, and often nobody used the second.
                if (index > 0 && count == 0)
                    continue;
                var change = changes.GetValueOrDefault((question.Key, result.Scale));
                rows.Add(
                [
                    Figure.Of(question.Text) with { Address = ResultsLinks.Question(wave.Id, question.Key), Mark = scale is { IsEasyRead: true } ? "Easy Read" : null },
                    Figure.Of(question.Key),
                    Figure.Of(result.Scale),
                    Figure.Of(count) with { Mark = result.NeedsCaution && count > 0 ? Few : null },
                    Figure.Percent(result.Percentage) with { Drawn = result.Percentage is { } share ? new(share, result.Low, result.High) : null },
                    Interval(result),
                    Figure.Of(result.Low),
                    Figure.Of(result.High),
                    change is null ? Figure.Empty : change.ToFigure(),
                    Figure.Of(result.NeedsCaution ? "yes" : "no"),
                ]);
            }
        }

        return rows.Count == 0
            ? null
            : new FigureTable(
                $"statements-{voice.Voice.Key}",
                $"Statements: {voice.Voice.Text}",
                [
                    new("statement", "Statement", IsNumber: false), new("key", "Key", IsNumber: false, OnPage: false), new("scale", "Scale", IsNumber: false, OnPage: false),
                    new("people", "People"), new("favourable_percent", "Confident"), new("interval", "95% interval", InFiles: false),
                    new("interval_low", "", OnPage: false), new("interval_high", "", OnPage: false),
                    new("change", before is { } day ? $"Since {day:MMMM yyyy}" : "Since the wave before", OnPage: before is not null), Caution,
                ],
                rows,
                rows.Any(row => row[3].Mark is not null) ? FewMeans : null);
    }

    public static Figure Interval(ScaleResult result) =>
        result is { Low: { } low, High: { } high } ? Figure.Of($"{low:0.0} to {high:0.0}") : Figure.Empty;

    /// <summary>A question with options: how often each was chosen.</summary>
    public static FigureTable? Options(VoiceResult voice, QuestionResult question) => question.Options is not { } options
        ? null
        : new FigureTable(
            $"{question.Key}-{voice.Voice.Key}",
            question.Text,
            [new("answer", question.Kind is QuestionKind.Ranking ? "Put first" : "Answer", IsNumber: false), new("people", "People"), new("percent", "Share")],
            [
                .. options.Select(option => (IReadOnlyList<Figure>)
                [
                    Figure.Of(option.Label), Figure.Of(option.Count),
                    Figure.Percent(option.Percentage) with { Drawn = option.Percentage is { } share ? new(share) : null },
                ]),
            ],
            OfHowMany(question));

    /// <summary>All there is of a wave, a row for each figure, for whoever goes on with it elsewhere.</summary>
    public static FigureTable All(IReadOnlyList<VoiceResult> voices)
    {
        var rows = new List<IReadOnlyList<Figure>>();
        foreach (var voice in voices)
        {
            foreach (var question in voice.Questions)
            {
                Add("answered", "", null, question.Base, null);
                if (question.Average is not null)
                    Add("average", "", question.Average, null, null);
                foreach (var option in question.Options ?? [])
                    Add("option", option.Key, option.Percentage, option.Count, null);
                foreach (var scale in question.Scales)
                    Add("favourable", scale.Scale, scale.Percentage, null, scale);

                void Add(string figure, string of, decimal? value, int? count, ScaleResult? scale) => rows.Add(
                [
                    Figure.Of(Voice.Who(voice.Voice.Audience)), Figure.Of(voice.Voice.Proxy ? "yes" : "no"), Figure.Of(question.Key), Figure.Of(question.Text),
                    Figure.Of(figure), Figure.Of(of), Figure.Of(count), Figure.Of(value), Figure.Of(scale?.Low), Figure.Of(scale?.High),
                    Figure.Of(scale?.NeedsCaution ?? question.NeedsCaution ? "yes" : "no"),
                ]);
            }
        }

        return new FigureTable(
            "all",
            "All results of the wave",
            [
                new("audience", "", false), new("proxy", "", false), new("question", "", false), new("text", "", false), new("figure", "", false), new("of", "", false),
                new("people", ""), new("value", ""), new("interval_low", ""), new("interval_high", ""), Caution,
            ],
            rows);
    }

    /// <summary>A question by the groups that answered it, as far as that may be seen; null where nothing of it may.</summary>
    public static FigureTable? Breakdown(AskedQuestion question, ResultBreakdown of, BreakdownBy by, Func<string, string> nameOf) => of.Table is not { } table
        ? null
        : new FigureTable(
            $"by-{by.Key.ToLowerInvariant()}-{of.Voice.Key}",
            $"{by.Text}: {of.Voice.Text}",
            [
                new("answer", "Answer", IsNumber: false),
                .. of.Groups.Select(group => new FigureColumn(group.Length == 0 ? "not_said" : group, group.Length == 0 ? "Not said" : nameOf(group))),
                new("total", "Total"),
            ],
            [
                .. of.Options.Zip(table.Cells, table.RowTotals).Select(row => (IReadOnlyList<Figure>)
                [
                    Figure.Of(question.Options.FirstOrDefault(option => option.Key == row.First)?.Label ?? Humanise(row.First)),
                    .. row.Second.Select(Figure.OrHidden), Figure.OrHidden(row.Third),
                ]),
                [Figure.Of("Total"), .. table.ColumnTotals.Select(Figure.OrHidden), Figure.OrHidden(table.Total)],
            ],
            table.Total is null || table.Cells.Any(row => row.Any(cell => cell is null))
                ? "c: hidden. It counts fewer than 5 people, or such a number could be worked out from it and the totals."
                : null);

    public static string Humanise(string key)
    {
        var words = key.Replace('-', ' ').Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string OfHowMany(QuestionResult question) => (question.Kind, question.NeedsCaution) switch
    {
        (QuestionKind.MultipleChoice, false) => $"{question.Base:N0} answered; people could choose several.",
        (QuestionKind.MultipleChoice, true) => $"{question.Base:N0} answered; people could choose several. {FewMeans}",
        (_, false) => $"{question.Base:N0} answered.",
        (_, true) => $"{question.Base:N0} answered: few. {FewMeans}",
    };
}
