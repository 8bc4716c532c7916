using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Today;

/// <summary>What of the work is looked at: all of it is in the address.</summary>
public sealed record TodayAsked(string? Kind = null, string? Consultation = null, bool Overdue = false, string? After = null)
{
    private const string Late = "late";

    public bool IsNarrowed => Kind is not null || Consultation is not null || Overdue;

    /// <summary>Whether it is one list, in pages; else all kinds are shown, each with what comes first.</summary>
    public bool IsList => Kind is not null || Overdue || After is not null;

    internal static TodayAsked From(IQueryCollection query) => new(
        Text(query, "kind") is { } kind ? WorkWords.KindOf(kind) : null, Text(query, "consultation"), Text(query, "only") == Late, Text(query, "after"));

    /// <summary>The work of another kind, or of all, in the same consultation.</summary>
    internal string AddressOf(string? kind) => Address(Links.Staff, this with { Kind = kind, Overdue = false, After = null });

    /// <summary>What is overdue, of all kinds, in the same consultation.</summary>
    internal string AddressOfOverdue() => Address(Links.Staff, this with { Kind = null, Overdue = true, After = null });

    internal string AddressAfter(string? cursor) => Address(Links.Staff, this with { After = cursor });

    /// <summary>The list alone, for a page that is kept up to date.</summary>
    internal string PartsAddress => Address(TodayLinks.Parts, this);

    private static string Address(string address, TodayAsked asked) => Links.With(
        address,
        ("kind", asked.Kind is null ? null : WorkWords.SlugOf(asked.Kind)),
        ("consultation", asked.Consultation),
        ("only", asked.Overdue ? Late : null),
        ("after", asked.After));

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
}
