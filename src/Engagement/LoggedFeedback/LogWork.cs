using Engagement.Common;
using EventStore;

namespace Engagement.LoggedFeedback;

/// <summary>What people told of their own accord, and have not been told that we have; then complaints that nobody has answered. The title is the service it is about.</summary>
internal sealed class LogWork(DocumentStore store) : WorkSource(store)
{
    private const string Permission = "logged-feedback.answer";

    // Names of services are the platform's own, so they can stand in a statement.
    private static readonly string Services = string.Join(", ", Service.All.Select(service => $"('{service.Code}', '{service.Name.Replace("'", "''", StringComparison.Ordinal)}')"));

    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("FEEDBACK_TO_ACKNOWLEDGE", Permission), new("COMPLAINT_TO_ANSWER", Permission)];

    protected override string Items =>
        $"""
        select case when l.data ->> 'AcknowledgedOn' is null then 'FEEDBACK_TO_ACKNOWLEDGE' else 'COMPLAINT_TO_ANSWER' end, l.id,
               (l.data ->> 'Kind') || ': ' || s.name, (l.data ->> 'ReceivedOn')::timestamp at time zone 'Europe/London', null::text,
               null::uuid, null::uuid, null::timestamptz
        from public.mt_doc_logentrysheet l join (values {Services}) s (code, name) on s.code = l.data ->> 'Service'
        where l.data ->> 'AnsweredOn' is null and (l.data ->> 'AcknowledgedOn' is null or l.data ->> 'Kind' = '{nameof(FeedbackKind.Complaint)}')
          and ({First}::text[] is null or l.data ->> 'District' = any({First}))
        """;

    protected override IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [asker.Districts?.ToArray()];
}
