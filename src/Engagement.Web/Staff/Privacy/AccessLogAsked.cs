using System.Globalization;
using Engagement.Web.Components;

namespace Engagement.Web.Staff.Privacy;

/// <summary>What the address of the access log asks for. What is not understood is left aside.</summary>
public sealed record AccessLogAsked
{
    public string? Kind { get; init; }

    public string? Role { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public string? After { get; init; }

    internal static IReadOnlyList<Choice> Kinds { get; } = [new("", "Everything"), new("VIEWS_READ", "Views"), new("SAFEGUARDING_OPENED", "Safeguarding items"), new("EVIDENCE_PACK_TAKEN", "Evidence packs"), new("MESSAGES_TENDED", "Messages that could not be handled"), new("COMMAND_USED", "Commands on the platform’s own machine")];

    internal static IReadOnlyList<Choice> RolesThatRead { get; } =
    [
        new("", "Every role"),
        .. new[] { "participation-officer", "analyst", "safeguarding-lead", "administrator", "operator-at-the-command-line" }.Select(role => new Choice(role, Roles.Title(role))),
    ];

    public bool IsNarrowed => KindAsked is not null || RoleAsked is not null || FromDay is not null || UntilDay is not null;

    public string? KindAsked => Known(Kinds, Kind);

    public string? RoleAsked => Known(RolesThatRead, Role);

    public string? FromDay => Day(From);

    public string? UntilDay => Day(Until);

    public string At(string? after) =>
        Links.With(PrivacyLinks.AccessLog, ("kind", KindAsked), ("role", RoleAsked), ("from", FromDay), ("until", UntilDay), ("after", after));

    private static string? Known(IEnumerable<Choice> choices, string? value) => value is { Length: > 0 } && choices.Any(choice => choice.Value == value) ? value : null;

    private static string? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;
}
