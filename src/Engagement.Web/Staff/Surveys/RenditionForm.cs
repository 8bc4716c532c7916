using Engagement.Web.Consultations;
using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Surveys;

/// <summary>The words of one question or section in another form or language, as they are being written.</summary>
public sealed record RenditionForm(
    string Text, string Hint, string Scale, string Symbol, IReadOnlyList<QuestionOption> Options, IReadOnlyDictionary<string, string> OptionSymbols)
{
    /// <summary>The scale that the answers on the page belong to.</summary>
    public const string ShownScale = "_scale";

    public static string OptionField(string key) => $"option-{key}";

    public static string SymbolField(string key) => $"symbol-{key}";

    /// <summary>What there is, or a beginning: in English the answers begin with the words they have.</summary>
    internal static RenditionForm Begin(SurveyDesk desk, RenditionItem item, SurveyForm name)
    {
        var isEnglish = name.Language == SurveyForm.Standard.Language;
        var words = item.Words;
        // An answer that was added to the question since has no words yet, and one that was taken away has none any more.
        var options = (item.Question is null ? [] : desk.OptionsOf(item.Question, words?.Scale))
            .Select(option => words?.Options.FirstOrDefault(one => one.Key == option.Key) ?? (isEnglish ? option : option with { Label = "" }));
        return new RenditionForm(
            words?.Text ?? "",
            words?.Hint ?? "",
            words?.Scale ?? "",
            words?.Symbol ?? "",
            [.. options],
            (words?.OptionSymbols ?? []).ToDictionary(symbol => symbol.Key, symbol => symbol.Symbol));
    }

    /// <summary>As it was sent. Another scale has other answers: those it has by itself, to be put into words.</summary>
    internal static RenditionForm From(SurveyDesk desk, RenditionItem item, SubmittedForm form)
    {
        var options = item.Question is null ? [] : desk.OptionsOf(item.Question, form["scale"]);
        return new RenditionForm(
            form["text"],
            form["hint"],
            form["scale"],
            form["symbol"],
            [.. options.Select(option => form.Fields.Any(field => field.Key == OptionField(option.Key)) ? option with { Label = form[OptionField(option.Key)] } : option)],
            options.Select(option => (option.Key, Symbol: form[SymbolField(option.Key)])).Where(option => option.Symbol.Length > 0).ToDictionary(option => option.Key, option => option.Symbol));
    }

    internal object Input(string key, SurveyForm name) => new
    {
        key,
        text = Text,
        hint = Hint.Length > 0 ? Hint : null,
        scale = name.Kind is RenditionKind.EasyRead && Scale.Length > 0 ? Scale : null,
        symbol = name.Kind is RenditionKind.EasyRead && Symbol.Length > 0 ? Symbol : null,
        options = Options.Select(option => new { key = option.Key, label = option.Label }),
        optionSymbols = name.Kind is RenditionKind.EasyRead ? OptionSymbols.Select(symbol => new { key = symbol.Key, symbol = symbol.Value }).ToList() : null,
    };
}
