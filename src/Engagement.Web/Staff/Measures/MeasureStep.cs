using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Measures;

/// <summary>Something that is done with a measure, each on a page of its own.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Title">What it is called, on the button too.</param>
/// <param name="Hint">What it is for, and what follows from it.</param>
/// <param name="Done">What is said when it is done.</param>
/// <param name="Permission">Who may.</param>
/// <param name="Mutation">The field of the schema.</param>
internal sealed record MeasureStep(string Name, string Title, string Hint, string Done, string Permission, string Mutation)
{
    private const string Set = "measures.set";
    private const string Report = "measures.report";
    private const string ReadDrafts = "consultations.read-drafts";

    /// <summary>What has to be entered before it is sent.</summary>
    public required Func<SubmittedForm, IEnumerable<FieldError>> Check { get; init; }

    /// <summary>What is sent beside the measure, its version and the key.</summary>
    public required Func<SubmittedForm, Dictionary<string, object?>> Input { get; init; }

    /// <summary>Whether it is about one period.</summary>
    public bool OfPeriod { get; init; }

    /// <summary>Whether it takes somebody who sees runs of surveys.</summary>
    public string? Also { get; init; }

    public string Document { get; } = GraphQLDocument.Read($"Staff/Measures/{char.ToUpperInvariant(Mutation[0])}{Mutation[1..]}.graphql");

    public static IReadOnlyList<MeasureStep> All { get; } =
    [
        new("figure", "Report the figure", "What came of the period. It is published to everybody who sees the measures, and later changes are marked.", "The figure is reported.", Report, "reportActual")
        {
            OfPeriod = true,
            Check = CheckFigure,
            Input = form => new() { ["period"] = form["period"], ["figure"] = FigureOf(form) },
        },
        new("correction", "Correct the figure", "What was first published stays beside it, and the figure is marked r.", "The figure is corrected, and marked r.", Report, "correctActual")
        {
            OfPeriod = true,
            Check = CheckFigure,
            Input = form => new() { ["period"] = form["period"], ["figure"] = FigureOf(form), ["reason"] = form["reason"] },
        },
        new("target", "Set the target", "What the measure is to reach in this period.", "The target is set.", Set, "setTarget")
        {
            OfPeriod = true,
            Check = CheckTarget,
            Input = form => new() { ["period"] = form["period"], ["target"] = TargetOf(form) },
        },
        new("review", "Review the target", "Another target takes the place of the one that was set. That and the reason stay visible.", "The target is reviewed.", Set, "reviewTarget")
        {
            OfPeriod = true,
            Check = CheckTarget,
            Input = form => new() { ["period"] = form["period"], ["target"] = TargetOf(form), ["reason"] = form["reason"] },
        },
        new("rating", "Rate it otherwise", "The rule’s rating stays beside yours, with the reason.", "It is rated otherwise, and the rule’s rating stays beside it.", Set, "overrideRating")
        {
            OfPeriod = true,
            Check = form => Chosen(form, "rating", MeasureTerms.Ratings.Select(one => one.Value), "Choose how it is rated"),
            Input = form => new() { ["period"] = form["period"], ["rating"] = form["rating"], ["byRole"] = form["byRole"], ["reason"] = form["reason"] },
        },
        new("baseline", "Set the baseline", "Where the measure stood before. Improvement counts from it, so it is set once; later it is changed only with a reason.", "The baseline is set.", Set, "setBaseline")
        {
            Check = CheckBaseline,
            Input = form => new()
            {
                ["value"] = Decimal(form["value"]),
                ["base"] = Whole(form["base"]),
                ["asAt"] = form["asAt"],
                ["approvedByRole"] = form["approvedByRole"],
                ["note"] = form.OrNull("note"),
            },
        },
        new("rebase", "Change the baseline", "Only where what is measured is not what it was. The first baseline stays visible, and every period is rated from the new one.", "The baseline is changed. The first one stays visible.", Set, "rebaseMeasure")
        {
            Check = CheckBaseline,
            Input = form => new()
            {
                ["value"] = Decimal(form["value"]),
                ["base"] = Whole(form["base"]),
                ["asAt"] = form["asAt"],
                ["reason"] = form["reason"],
                ["approvedByRole"] = form["approvedByRole"],
            },
        },
        new("wave", "Take the baseline from a survey wave", "Each statement has its own share in it, so that improvement is asked of each.", "The baseline is taken from the survey wave.", Set, "takeBaselineFromWave")
        {
            Also = ReadDrafts,
            Check = form => form["waveId"].Length > 0 ? [] : [new FieldError("Choose a run of the survey that has closed", "waveId")],
            Input = form => new() { ["waveId"] = form["waveId"], ["approvedByRole"] = form["approvedByRole"] },
        },
        new("reading", "Approve how “improve by” is read", "The document can be read in two ways. The other reading stays beside the one that counts.", "How it is read is approved.", Set, "approveInterpretation")
        {
            Check = form => Chosen(form, "reading", MeasureTerms.Readings.Select(one => one.Value), "Choose how it is read"),
            Input = form => new() { ["reading"] = form["reading"], ["approvedByRole"] = form["approvedByRole"], ["reason"] = form["reason"] },
        },
        new("statements", "Have survey waves report it", "When a wave of the survey closes, the plain mean of these statements is reported for the period that its last day is in. Only what the audience says itself counts.", "Waves of this survey report the measure by themselves.", Set, "nameStatements")
        {
            Also = ReadDrafts,
            Check = form => form.All("statements").Count > 0
                ? Chosen(form, "audience", MeasureTerms.Audiences.Select(one => one.Value), "Choose whose answers count")
                : [new FieldError("Choose the statements", "statements")],
            Input = form => new() { ["instrumentId"] = form["instrumentId"], ["statements"] = form.All("statements"), ["audience"] = form["audience"], ["phase"] = form.OrNull("phase") },
        },
    ];

    private static IEnumerable<FieldError> CheckFigure(SubmittedForm form) =>
    [
        .. Numbers(form, ("figure-value", false)),
        .. Numbers(form, ("figure-part", true)),
        .. Numbers(form, ("figure-whole", true)),
    ];

    private static IEnumerable<FieldError> CheckTarget(SubmittedForm form) =>
        [.. Chosen(form, "target-kind", MeasureTerms.Targets.Select(one => one.Value), "Choose what the target asks for"), .. Numbers(form, ("target-value", false))];

    private static IEnumerable<FieldError> CheckBaseline(SubmittedForm form)
    {
        if (Decimal(form["value"]) is null)
            yield return new FieldError("Enter the value, with a point before decimals", "value");
        foreach (var error in Numbers(form, ("base", true)))
            yield return error;
        if (!form.HasDay("asAt"))
            yield return new FieldError("Enter the day the figure is of", "asAt");
    }

    private static IEnumerable<FieldError> Numbers(SubmittedForm form, (string Name, bool IsWhole) field)
    {
        var text = form[field.Name];
        if (text.Length > 0 && (field.IsWhole ? Whole(text) is null : Decimal(text) is null))
            yield return new FieldError(field.IsWhole ? "Enter a whole number" : "Enter a number, with a point before decimals", field.Name);
    }

    private static IEnumerable<FieldError> Chosen(SubmittedForm form, string field, IEnumerable<string> values, string message) =>
        values.Contains(form[field]) ? [] : [new FieldError(message, field)];

    private static object FigureOf(SubmittedForm form) =>
        new { value = Decimal(form["figure-value"]), part = Whole(form["figure-part"]), whole = Whole(form["figure-whole"]), text = form.OrNull("figure-text") };

    private static object TargetOf(SubmittedForm form) => new
    {
        kind = form["target-kind"],
        value = Decimal(form["target-value"]),
        text = form.OrNull("target-text"),
        isPercentage = form["target-isPercentage"].Length > 0,
        isMeantWorse = form["target-isMeantWorse"].Length > 0,
    };

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
}
