using static Engagement.Common.LondonCalendar;

namespace Engagement.Privacy;

/// <summary>What the retention rules are about, and when it is due.</summary>
internal static class Retained
{
    private const string IsParticipant = "exists (select from public.mt_events e where e.stream_id = k.subject_id and e.type = 'participant_joined')";

    private const string HasWritten = "exists (select from engagement.contributions c where c.author_id = k.subject_id)";

    private const string IsLogged = "exists (select from public.mt_doc_logentrysheet l where l.id = k.subject_id)";

    public static IReadOnlyList<ExpiringRows> Rows { get; } =
    [
        new(
            RecordClasses.UnsentAnswers,
            "engagement.response_drafts",
            "wave_id in (select w.id from public.mt_doc_wavepage w where coalesce(w.data ->> 'ClosedOn', w.data ->> 'ClosesOn') <= $1::date::text)"),
        new(RecordClasses.ContactAddresses, "engagement.email_addresses", $"{SqlDayOf("last_used_at")} <= $1::date"),
        new(RecordClasses.SubjectExports, "engagement.subject_exports", $"{SqlDayOf("made_at")} <= $1::date"),
    ];

    public static IReadOnlyList<ExpiringSubjects> Subjects { get; } =
    [
        new(
            RecordClasses.WordsOfAnswers,
            $"{SqlDayOf("k.created_at")} <= $1::date and not {IsParticipant} and not {HasWritten} and not {IsLogged}"),
        // Kept from when it reached us: what was brought in from years before is not gone the next night.
        new(
            RecordClasses.WordsInForums,
            $"""
            {HasWritten} and not {IsParticipant} and {SqlDayOf("k.created_at")} <= $1::date
            and {SqlDayOf("(select max(c.received_at) from engagement.contributions c where c.author_id = k.subject_id)")} <= $1::date
            """),
        new(
            RecordClasses.LoggedFeedback,
            "exists (select from public.mt_doc_logentrysheet l where l.id = k.subject_id and l.data ->> 'ReceivedOn' <= $1::date::text)"),
        new(
            RecordClasses.Participants,
            $"""
            {IsParticipant}
            and {SqlDayOf("(select max(e.timestamp) from public.mt_events e where e.stream_id = k.subject_id)")} <= $1::date
            and not exists (select from engagement.contributions c where c.author_id = k.subject_id and {SqlDayOf("c.received_at")} > $1::date)
            and not exists (select from engagement.contribution_supports s where s.participant_id = k.subject_id and s.supported_on > $1::date)
            """),
    ];
}
