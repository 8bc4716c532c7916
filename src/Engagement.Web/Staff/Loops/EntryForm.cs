using Engagement.Web.Consultations;
using Engagement.Web.Forms;
using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Staff.Loops;

/// <summary>
/// The words of an entry as they are written: the plain ones, the same in other forms and languages, and whom they concern. Each other form is a row of
/// fields with its number at the end of their names; a row without words is none.
/// </summary>
internal sealed record EntryForm(
    string YouSaid, string WeDid, IReadOnlyList<EntryForm.Row> Rows, IReadOnlyList<string> Audiences, IReadOnlyList<string> Districts)
{
    private const int MostRows = 50;
    private const string English = "en";

    public sealed record Row(string Kind, string Language, string YouSaid, string WeDid)
    {
        public bool IsEmpty => YouSaid.Length == 0 && WeDid.Length == 0;
    }

    /// <summary>Words to begin with: those that were sent, else those drafted, else those that are published if they still say the right thing, else those of the step before.</summary>
    public static EntryForm For(LoopDetails loop, LoopForm form)
    {
        // Signed words are published as they are, by a form without rows: they are not in it, and not gone.
        if (form.Step is LoopStep.Draft || (form.Step is LoopStep.Entry && RowsOf(form).Any()))
            return new EntryForm(form["youSaid"], form["weDid"], WithBlanks(RowsOf(form)), form.All("audiences"), form.All("districts"));
        var words = loop.Draft ?? loop.Words;
        var stillSays = loop.Draft is not null || loop.IsUpToDate;
        return new EntryForm(
            words?.YouSaid ?? loop.Theme.Summary,
            stillSays && words is not null ? words.WeDid : StepBefore(loop),
            WithBlanks(stillSays ? (words?.Renditions ?? []).Select(r => new Row(r.Kind.InSchema(), r.Language, r.YouSaid, r.WeDid)) : []),
            [.. (words?.Audiences ?? []).Select(audience => audience.InSchema())],
            words?.Districts ?? []);
    }

    internal static IReadOnlyList<FieldError> Check(LoopForm form)
    {
        var errors = new List<FieldError>();
        if (form["youSaid"].Length == 0)
            errors.Add(new FieldError("Enter what people said", "youSaid"));
        if (form["weDid"].Length == 0)
            errors.Add(new FieldError("Enter what we did, will do or cannot do", "weDid"));
        foreach (var (index, row) in RowsOf(form).Index())
        {
            if (row.IsEmpty)
                continue;
            if (row.Language.Length == 0)
                errors.Add(new FieldError("Enter the language as a code, such as pl or pa", $"language{index}"));
            if (row.YouSaid.Length == 0)
                errors.Add(new FieldError("Enter what people said in this version too", $"youSaid{index}"));
            if (row.WeDid.Length == 0)
                errors.Add(new FieldError("Enter the answer in this version too", $"weDid{index}"));
        }

        return errors;
    }

    internal static Dictionary<string, object?> Fields(LoopForm form) => new()
    {
        ["youSaid"] = form["youSaid"],
        ["weDid"] = form["weDid"],
        ["renditions"] = RowsOf(form).Where(row => !row.IsEmpty)
            .Select(row => new { kind = row.Kind, language = row.Language, youSaid = row.YouSaid, weDid = row.WeDid }).ToArray(),
        ["audiences"] = form.All("audiences"),
        ["districts"] = form.All("districts"),
    };

    /// <summary>Whether publishing has more to publish than its two texts: other forms of them, or whom they concern. Those travel with a draft.</summary>
    internal static bool NeedsDraft(LoopForm form) =>
        RowsOf(form).Any(row => !row.IsEmpty) || form.All("audiences").Count > 0 || form.All("districts").Count > 0;

    private static IEnumerable<Row> RowsOf(LoopForm form) => Enumerable.Range(0, MostRows).TakeWhile(index => form[$"kind{index}"].Length > 0)
        .Select(index => new Row(form[$"kind{index}"], form[$"language{index}"], form[$"youSaid{index}"], form[$"weDid{index}"]));

    // Easy Read in English is always offered, and one row more than there are, for another language.
    private static List<Row> WithBlanks(IEnumerable<Row> rows)
    {
        var easy = RenditionKind.EasyRead.InSchema();
        var all = rows.ToList();
        if (!all.Any(row => row.Kind == easy && row.Language == English))
            all.Insert(0, new Row(easy, English, "", ""));
        if (all.Count == 1 || !all[^1].IsEmpty)
            all.Add(new Row(RenditionKind.Translation.InSchema(), "", "", ""));
        return all;
    }

    private static string StepBefore(LoopDetails loop) => loop.PublishedNowAs switch
    {
        EntryState.WeDid => loop.Action?.WhatChanged,
        EntryState.WeWill => loop.OpenPromises is [.., var promise] ? promise.Text : null,
        _ => loop.Decision?.Reasons,
    } ?? "";
}
