using Engagement.Web.Components;

namespace Engagement.Web.Staff.Statements;

/// <summary>How the parts of statements of commitment are called on the pages and in addresses.</summary>
internal static class StatementWords
{
    public static IReadOnlyList<Choice> Audiences { get; } = [new("", "Anybody"), .. Enum.GetValues<StatementAudience>().Select(one => new Choice(one.InSchema(), Name(one)))];

    public static IReadOnlyList<Choice> Levels { get; } = [new("", "Anywhere"), .. Enum.GetValues<StatementLevel>().Select(one => new Choice(one.InSchema(), Name(one)))];

    public static IReadOnlyList<Choice> States { get; } = [new("", "However it stands"), .. Enum.GetValues<StatementState>().Select(one => new Choice(one.InSchema(), Name(one)))];

    public static string Name(StatementAudience audience) => audience switch
    {
        StatementAudience.Children => "Children and young people",
        StatementAudience.ParentsAndCarers => "Parents and carers",
        StatementAudience.SchoolsAndSettings => "Schools and settings",
        StatementAudience.Staff => "Staff",
        _ => "Everybody",
    };

    public static string Name(StatementLevel level) => level switch
    {
        StatementLevel.County => "Across the county",
        StatementLevel.Area => "In each area",
        StatementLevel.Setting => "In schools and settings",
        _ => "Everywhere",
    };

    public static string Name(StatementState state) => state switch
    {
        StatementState.Claimed => "Waits for a representative",
        StatementState.Evidenced => "Evidenced",
        StatementState.Disputed => "Disputed",
        _ => "No evidence",
    };

    public static string Meaning(StatementState state) => state switch
    {
        StatementState.Claimed => "Evidence is given, and no representative of families has accepted it yet",
        StatementState.Evidenced => "A representative of families has accepted evidence that it is kept",
        StatementState.Disputed => "A representative does not accept evidence, and it is not settled",
        _ => "Nothing is given as evidence, or what was has been taken back or is too old",
    };

    /// <summary>A choice of an address as the schema has it; null where it is none of them.</summary>
    public static string? Known(IReadOnlyList<Choice> choices, string? value) => choices.FirstOrDefault(one => one.Value.Length > 0 && one.Value == value)?.Value;
}
