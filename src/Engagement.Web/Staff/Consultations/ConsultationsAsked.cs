using Engagement.Web.Components;

namespace Engagement.Web.Staff.Consultations;

/// <summary>What somebody looks for among the consultations, as the address of the list says it.</summary>
public sealed record ConsultationsAsked(string? Search, string? State, string? Order)
{
    internal static IReadOnlyList<Choice> States { get; } =
    [
        new("", "Any"), new("draft", "Draft"), new("coming", "Coming soon"), new("open", "Open now"), new("paused", "Paused"), new("closed", "Closed"),
        new("withdrawn", "Withdrawn"),
    ];

    internal static IReadOnlyList<Choice> Orders { get; } =
        [new("", "Begun last first"), new("closes", "Closing first"), new("opens", "Opened last first")];

    public bool IsAnything => !string.IsNullOrWhiteSpace(Search) || StateInSchema is not null || OrderInSchema != "NEWEST";

    /// <summary>As the schema names it; null where any state will do.</summary>
    public string? StateInSchema => Known(States, State)?.ToUpperInvariant();

    public string OrderInSchema => Known(Orders, Order)?.ToUpperInvariant() ?? "NEWEST";

    public string Address(string? after = null) => Links.With(Links.StaffConsultations, ("search", Search), ("state", State), ("order", Order), ("after", after));

    private static string? Known(IReadOnlyList<Choice> choices, string? value) =>
        choices.FirstOrDefault(choice => choice.Value.Length > 0 && choice.Value == value)?.Value;
}
