using Engagement.Charter;
using Engagement.InclusionStatements;
using static Engagement.EvidencePacks.PackValue;

namespace Engagement.EvidencePacks.Parts;

/// <summary>What partners have committed themselves to, and whether there is evidence that they keep it.</summary>
internal static class StatementPart
{
    public static PackSection Of(PackFacts known)
    {
        var documents = known.Statements.Values.OrderBy(document => document.From).ThenBy(document => document.Id).ToArray();
        var (table, statements) = (Documents(known, documents), Statements(known, documents));
        return new PackSection(
            "statements",
            "Statements of commitment",
            [
                "A statement is evidenced where a representative of families has accepted something that happened as evidence, and it is not too old: it counts for two years. It is claimed where something is given and nobody has accepted it yet. One dispute outweighs what was accepted, until it is settled.",
            ],
            [table, statements])
        {
            InShort = documents.Length == 0 ? table.Empty : InShort(table, statements),
        };
    }

    private static string InShort(PackTable documents, PackTable statements) =>
        $"Of {Count(statements.Rows.Count, "statement", "statements")} in {Count(documents.Rows.Count, "document", "documents")}, {documents.Sum("evidenced")} with evidence that a representative of families accepted, "
        + $"{documents.Sum("claimed")} with evidence that nobody has accepted yet, {documents.Sum("disputed")} disputed, {documents.Sum("none")} with none.";

    private static PackTable Documents(PackFacts known, StatementDocument[] documents) => new(
        "statement-documents",
        "Documents",
        [
            new("documentId"), new("document", "Document"), new("from", "Holds from"), new("source", "Where it comes from"), new("statements", "Statements"), new("evidenced", "Evidenced"),
            new("claimed", "Claimed"), new("disputed", "Disputed"), new("none", "None"),
        ],
        [
            .. from document in documents
               let states = document.StandingOn(known.Day, new StatementFilter()).CountBy(one => one.State).ToDictionary()
               select (IReadOnlyList<object?>)
               [
                   document.Id, document.Title, document.From, document.Source, document.Statements.Count, states.GetValueOrDefault(StatementState.Evidenced),
                   states.GetValueOrDefault(StatementState.Claimed), states.GetValueOrDefault(StatementState.Disputed), states.GetValueOrDefault(StatementState.None),
               ],
        ])
    {
        Empty = "No document had been adopted.",
    };

    private static PackTable Statements(PackFacts known, StatementDocument[] documents) => new(
        "statements",
        "Statements",
        [
            new("documentId"), new("document", documents.Length > 1 ? "Document" : null), new("key"), new("statement", "Statement"), new("audience", "Said to"), new("level", "To be kept"),
            new("where", "In the document"), new("state", "State"), new("accepted", "Accepted evidence"),
        ],
        [
            .. from document in documents
               from one in document.StandingOn(known.Day, new StatementFilter())
               select (IReadOnlyList<object?>)
               [
                   document.Id, document.Title, one.Statement.Key, one.Statement.Text, Words(one.Statement.Audience), Words(one.Statement.Level), one.Statement.Where, Words(one.State),
                   one.Claims.Count(claim => claim.On(known.Day) == ClaimState.Verified),
               ],
        ])
    {
        Note = "The words of a statement are a short form; the document has its own.",
        Empty = "No statement had been adopted.",
    };
}
