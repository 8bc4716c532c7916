using System.Globalization;
using System.Text;
using Engagement.Common;
using Engagement.Paper;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>Where forms on paper are typed in by one person and checked by another, or come as a file from an office that did both.</summary>
internal sealed class PaperRoom(Storyteller teller, Guid wave)
{
    private static readonly Guid Keyer = Person("paper-keyer");
    private static readonly Guid Checker = Person("paper-checker");

    /// <summary>The number that is written on a form.</summary>
    public static string FormNumber(int number) => $"DEMO-{number:000}";

    public static Guid ResponseIdOf(Guid wave, string formNumber) => Response.IdFor(wave, PaperForm.SubmissionKey(formNumber));

    /// <summary>Types a form in and checks it. The day it was received is the day it was given.</summary>
    /// <param name="response">What is on it.</param>
    /// <param name="day">When it is typed in; it is checked the day after.</param>
    /// <param name="misread">Whether the second person reads an answer otherwise at first, and looks again.</param>
    public Task KeyAsync(PlannedResponse response, DateOnly day, bool misread) =>
        KeyAsync(FormNumber(response.Number), SheetOf(response), response.Name, day, misread);

    public async Task KeyAsync(string formNumber, PaperSheet sheet, string name, DateOnly day, bool misread)
    {
        await KeyAsync(formNumber, sheet, By(Keyer, day, $"{name}:keyed"));
        if (misread)
            await KeyAsync(formNumber, sheet with { Form = sheet.Form with { Proxy = !sheet.Form.Proxy } }, By(Checker, day.AddDays(1), $"{name}:misread"));

        await KeyAsync(formNumber, sheet, By(Checker, day.AddDays(1), $"{name}:checked"));
    }

    /// <summary>Types a form in that nobody has checked yet, or that a second person reads otherwise.</summary>
    public async Task BeginAsync(string formNumber, PaperSheet sheet, string name, DateOnly day, bool differs)
    {
        await KeyAsync(formNumber, sheet, By(Keyer, day, $"{name}:keyed"));
        if (differs)
            await KeyAsync(formNumber, sheet with { Form = sheet.Form with { Proxy = !sheet.Form.Proxy } }, By(Checker, day.AddDays(1), $"{name}:misread"));
    }

    /// <summary>Takes forms as a file.</summary>
    public async Task ImportAsync(IReadOnlyList<PlannedResponse> responses, DateOnly day, string name)
    {
        if (responses.Count == 0)
            return;

        var report = await teller.Paper.ImportAsync(new ImportPaperBatch(wave, FileOf(responses), Keyer), By(Checker, day, name), teller.CancellationToken);
        if (report.Problems.Count > 0)
            throw new InvalidOperationException($"The file of forms was not taken: row {report.Problems[0].Row}, {report.Problems[0].Column}: {report.Problems[0].Problem}.");
    }

    private static PaperSheet SheetOf(PlannedResponse response) => new(
        LondonCalendar.DayOf(response.At), new FilledForm(response.Form.Answers, response.Form.Proxy) { Audience = response.Form.Audience });

    private static string FileOf(IReadOnlyList<PlannedResponse> responses)
    {
        string[] keys = [.. StrategySurvey.Questions.Select(question => question.Key)];
        var file = new StringBuilder("form,received,proxy,audience,").AppendJoin(',', keys).Append('\n');
        foreach (var response in responses)
        {
            var answers = response.Form.Answers.ToDictionary(answer => answer.QuestionKey, answer => answer.OptionKey ?? answer.Text);
            string?[] cells =
            [
                FormNumber(response.Number),
                LondonCalendar.DayOf(response.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                response.Form.Proxy ? "yes" : "no",
                response.Form.Audience.ToString(),
                .. keys.Select(key => answers.GetValueOrDefault(key)),
            ];
            file.AppendJoin(',', cells.Select(Quoted)).Append('\n');
        }

        return file.ToString();
    }

    private static string Quoted(string? cell) => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Guid Person(string name) => DeterministicId.From("demonstration-participant", name);

    private static CommandContext By(Guid person, DateOnly day, string name) => Storyteller.OfficerOn(day, name) with { ActorId = person };

    private Task<PaperOutcome> KeyAsync(string formNumber, PaperSheet sheet, CommandContext by) =>
        teller.Paper.KeyAsync(new KeyPaperForm(wave, formNumber, sheet), by, teller.CancellationToken);
}
