using Engagement.Common;
using EventStore;

namespace Engagement.InclusionStatements;

/// <summary>Evidence given for statements that waits for a representative, and what a representative does not accept: that waits for those who give evidence.</summary>
internal sealed class StatementWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } =
        [new("STATEMENT_EVIDENCE_TO_CHECK", "charter.verify"), new("STATEMENT_EVIDENCE_DISPUTED", "charter.claim")];

    // On what is too old nobody decides any more.
    protected override string Items =>
        """
        select case claim ->> 'State' when 'Made' then 'STATEMENT_EVIDENCE_TO_CHECK' else 'STATEMENT_EVIDENCE_DISPUTED' end, (claim ->> 'Id')::uuid,
               (select statement ->> 'Text' from jsonb_array_elements(data -> 'Statements') statement where statement ->> 'Key' = claim ->> 'Statement'),
               (case claim ->> 'State' when 'Made' then claim ->> 'MadeAt' else claim ->> 'CheckedAt' end)::timestamptz, null::text, null::uuid, null::uuid, null::timestamptz
        from public.mt_doc_statementdocument cross join lateral jsonb_array_elements(data -> 'Claims') claim
        where claim ->> 'State' in ('Made', 'Disputed') and claim ->> 'ExpiresOn' > $1
        """;
}
