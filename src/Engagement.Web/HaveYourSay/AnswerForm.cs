using System.Globalization;
using Engagement.Web.Forms;

namespace Engagement.Web.HaveYourSay;

/// <summary>Reads the answer to a question from its page's form.</summary>
internal static class AnswerForm
{
    public const string Day = $"{Answer.Field}-day";
    public const string Month = $"{Answer.Field}-month";
    public const string Year = $"{Answer.Field}-year";

    /// <summary>The select of an option in a ranking; options are counted from 0.</summary>
    public static string Place(int option, string field = Answer.Field) => string.Create(CultureInfo.InvariantCulture, $"{field}-place-{option}");

    public static Answer Read(Question question, SubmittedForm form) =>
        question.Kind is QuestionKind.Date ? Answer.OfText(ReadDate(form)) : Read(question, form, Answer.Field);

    /// <summary>Reads one of several answers on a page, from the field of that name; a date as the browser's own field sends it.</summary>
    public static Answer Read(Question question, SubmittedForm form, string field) => question.Kind switch
    {
        QuestionKind.FreeText or QuestionKind.Number or QuestionKind.Date => Answer.OfText(form[field]),
        QuestionKind.Ranking => ReadRanking(question, form, field),
        _ => new Answer(form.All(field)),
    };

    /// <summary>The places of a ranking as they were chosen, in the order of the options; null for one that has none.</summary>
    public static IReadOnlyList<int?> Places(Question question, Answer? answer)
    {
        var count = question.Points.Count();
        if (answer?.Text is { } written)
            return [.. written.Split(',').Select(place => int.TryParse(place, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).Take(count)];
        return [.. question.Points.Select(option => answer?.Options.Index().Where(o => o.Item == option.Key).Select(o => (int?)o.Index + 1).FirstOrDefault())];
    }

    private static string? ReadDate(SubmittedForm form)
    {
        var (day, month, year) = (form[Day], form[Month], form[Year]);
        if ((day + month + year).Length == 0)
            return null;
        return WrittenNumber.Read(day) is { } d && WrittenNumber.Read(month) is { } m && WrittenNumber.Read(year) is { } y
            && DateOnly.TryParseExact($"{y:0000}-{m:00}-{d:00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? Dates.Machine(date)
                : $"{day}/{month}/{year}";
    }

    // What was chosen stays beside the order only where it makes none.
    private static Answer ReadRanking(Question question, SubmittedForm form, string field)
    {
        var others = form.All(field);
        var points = question.Points.ToList();
        var places = points.Select((_, index) => int.TryParse(form[Place(index, field)], CultureInfo.InvariantCulture, out var place) ? place : (int?)null).ToList();
        var given = places.OfType<int>().ToList();
        if (given.Count == 0)
            return new Answer(others);
        return others.Count > 0 || given.Distinct().Count() < given.Count
            ? new Answer(others, string.Join(',', places))
            : new Answer([.. points.Zip(places).Where(p => p.Second is not null).OrderBy(p => p.Second).Select(p => p.First.Key)]);
    }
}
