using Engagement.Common;
using EventStore;

namespace Engagement.InclusionStatements;

/// <summary>Evidence given for statements that waits for a representative.</summary>
internal sealed class StatementWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("STATEMENT_EVIDENCE_TO_CHECK", "charter.verify")];

    // On what is too old nobody decides any more.
    protected override string Items =>
        """
        select 'STATEMENT_EVIDENCE_TO_CHECK', (claim ->> 'Id')::uuid,
               (select statement ->> 'Text' from jsonb_array_elements(data -> 'Statements') statement where statement ->> 'Key' = claim ->> 'Statement'),
               (claim ->> 'MadeAt')::timestamptz, null::text, null::uuid, null::uuid, null::timestamptz
        from public.mt_doc_statementdocument cross join lateral jsonb_array_elements(data -> 'Claims') claim
        where claim ->> 'State' = 'Made' and claim ->> 'ExpiresOn' > $1
        """;
}
