using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>Adopts a document in which partners commit themselves to inclusion.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Source">Where it comes from, and whose words are shown.</param>
/// <param name="Statements">What it says.</param>
public sealed record AdoptStatements(string Title, DateOnly From, string Source, IReadOnlyList<InclusionStatement> Statements)
{
    private const int Most = 200;

    internal static Refusal AlreadyAdopted { get; } = new(
        "ALREADY_ADOPTED", "This document, from this day on, has been adopted already. Give it another title, or the day from which its new words hold", "title");

    /// <summary>A document is known by what it is called, however that is capitalised, and the day from which it holds.</summary>
    public static Guid IdOf(AdoptStatements command) =>
        DeterministicId.From("statement document", CleanText.OneLine(command.Title).ToUpperInvariant(), IsoDay.Of(command.From));

    public static Decision Decide(AdoptStatements command)
    {
        const string field = "statements";
        var title = CleanText.OneLine(command.Title);
        var source = CleanText.Of(command.Source);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter what this document is called", "title");

        if (source.Length == 0)
            return Decision.Refuse("SOURCE_MISSING", "Say where this document comes from, and whose words are shown", "source");

        if ((CleanText.TooLong(title, CleanText.LineLimit, "title")
                ?? CleanText.TooLong(source, CleanText.ParagraphLimit, "source")
                ?? Lists.Check(command.Statements, Most, field, field)) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        InclusionStatement[] statements = [.. command.Statements.Where(one => one is not null).Select(Clean)];
        if (statements.Length == 0)
            return Decision.Refuse("STATEMENTS_MISSING", "Enter what this document says: at least one statement", field);

        if (statements.Any(one => one.Key.Length == 0 || one.Text.Length == 0 || one.Where.Length == 0) || statements.DistinctBy(one => one.Key).Count() < statements.Length)
            return Decision.Refuse("STATEMENT_KEYS", "Give each statement its words, where it stands in the document, and a key that no other has", field);

        return statements.SelectMany(one => new[] { one.Text, one.Where }).Select(text => CleanText.TooLong(text, CleanText.LineLimit, field)).FirstOrDefault(one => one is not null) is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new StatementsAdopted(title, command.From, source, statements));
    }

    private static InclusionStatement Clean(InclusionStatement given) => given with
    {
        Key = CleanText.OneLine(given.Key),
        Text = CleanText.OneLine(given.Text),
        Where = CleanText.OneLine(given.Where),
        Kinds = [.. given.Kinds.Distinct()],
    };
}
