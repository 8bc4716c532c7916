using Engagement.Common;
using EventStore;

namespace Engagement.Charter;

/// <summary>Claims that wait for a representative, cells to agree on, and claims that a representative does not accept.</summary>
internal sealed class CharterWork(DocumentStore store) : WorkSource(store)
{
    internal const string HasClaimsToCheck = """data -> 'Claims' @> '[{"State": "Made"}]'""";

    internal const string HasCellsToAgree = """data -> 'NotApplicable' @> '[{"State": "Asked"}]'""";

    private const string HasDisputes = """data -> 'Claims' @> '[{"State": "Disputed"}]'""";

    private const string Place = "null::text, null::uuid, null::uuid, null::timestamptz";

    public override IReadOnlyList<WorkKind> Kinds { get; } =
    [
        new("CLAIM_TO_VERIFY", "charter.verify"),
        new("NOT_APPLICABLE_TO_AGREE", "charter.verify"),
        new("CLAIM_DISPUTED", "charter.claim"),
    ];

    protected override string Items =>
        $"""
        select 'CLAIM_TO_VERIFY', id, data ->> 'Title',
               (select min((c ->> 'MadeAt')::timestamptz) from jsonb_array_elements(data -> 'Claims') c where c ->> 'State' = 'Made'), {Place}
        from public.mt_doc_commissioningactivity where {HasClaimsToCheck}
        union all
        select 'NOT_APPLICABLE_TO_AGREE', id, data ->> 'Title',
               (select min((c ->> 'AskedAt')::timestamptz) from jsonb_array_elements(data -> 'NotApplicable') c where c ->> 'State' = 'Asked'), {Place}
        from public.mt_doc_commissioningactivity where {HasCellsToAgree}
        union all
        select 'CLAIM_DISPUTED', id, data ->> 'Title',
               (select min((c ->> 'CheckedAt')::timestamptz) from jsonb_array_elements(data -> 'Claims') c where c ->> 'State' = 'Disputed'), {Place}
        from public.mt_doc_commissioningactivity where {HasDisputes}
        """;
}
