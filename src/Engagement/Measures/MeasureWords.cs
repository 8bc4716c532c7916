namespace Engagement.Measures;

/// <summary>What whoever read the documents noted of a measure, in plain words where theirs were not. The record keeps theirs.</summary>
public static class MeasureWords
{
    /// <summary>What is unclear in the document.</summary>
    public static string Note(string note) => note switch
    {
        "Actual column August 2019" => "its figures stand in a column for August 2019",
        "action 9.2 says national standard 82%" => "its action 9.2 says that the national standard is 82%",
        "annual baseline, six-monthly columns" => "its baseline is of a year, and its figures are of half a year",
        "asterisk on 20%: subject to periodic review" => "its 20% are to be looked at again from time to time",
        "contradicts N.B. \"The more positive the score the better for all above indicators\"" => "it says beneath that a higher score is better, and here a lower one is",
        "first target 80 then 50: not monotonic" => "its first target is 80 and the next one 50",
        "targets are below the baseline" => "its targets are below its baseline",
        "targets blank in seed" => "it sets no targets",
        "text in a numeric series" => "one of its figures is a text",
        "two surveys, one percentage" => "it gives one percentage for two surveys",
        "unit mismatch; Autumn 2020 blank" => "its target is in another unit than its figures, and there is none for autumn 2020",
        _ => note,
    };

    /// <summary>What is counted.</summary>
    public static string Unit(string unit) => unit switch
    {
        "count in name, % in targets" => "a number by its name, % by its targets",
        "number in name, % in values" => "a number by its name, % by its figures",
        _ => unit,
    };

    /// <summary>What a target without a number asks for.</summary>
    public static string Target(MeasureTarget target) => target switch
    {
        { Text: { } text } => text,
        { Kind: TargetKind.Blank } => "Blank in the document",
        { Kind: TargetKind.NotApplicable } => "None in this period",
        { Kind: TargetKind.DirectionOnly } => "Better than the baseline",
        _ => "To be confirmed",
    };
}
