namespace Engagement.Web.Tests.Staff;

/// <summary>Every page of the staff's, and what is answered to all that they ask for.</summary>
internal static class StaffPages
{
    /// <summary>Somebody who may do whatever there is to do, as nobody may in truth.</summary>
    public const string Everything = """
        { "me": { "role": "participation-officer", "permissions": [
          "workbench.read", "consultations.read-drafts", "consultations.edit", "consultations.publish-report", "surveys.edit", "waves.run", "paper.key", "paper.check", "results.read-exact",
          "metrics.read", "views.read", "views.code", "views.code-again", "themes.edit", "loops.read", "loops.decide", "entries.publish", "entries.sign-plain-language", "loops.confirm-for-families",
          "forums.run", "contributions.moderate", "governance.run", "safeguarding.open", "activities.read", "activities.edit", "logged-feedback.read", "logged-feedback.answer",
          "participants.record-access-needs", "erasure.decide", "erasure.destroy-keys", "retention.read", "releases.read", "releases.draft", "releases.approve", "metrics.load-denominators",
          "meetings.read", "notifications.read", "actions.read", "actions.run", "measures.read", "measures.report", "measures.set", "access-log.read", "api-keys.manage", "sessions.end-others",
          "charter.read", "charter.run", "charter.claim", "charter.verify", "evidence-packs.make", "webhooks.manage", "messages.manage" ] } }
        """;

    private static readonly string Activity = $"/staff/activities/{OfficerReplies.ActivityId}";
    private static readonly string Wave = $"/staff/results/{ResultsReplies.Wave}";

    public static IReadOnlyList<string> All { get; } =
    [
        "/staff", "/staff/more", "/staff/history/Q29uc3VsdGF0aW9uOjE",
        "/staff/consultations", ConsultationReplies.Overview, "/staff/consultations/new", ConsultationReplies.Setup, $"{ConsultationReplies.Setup}/about", $"{ConsultationReplies.Setup}/versions",
        $"{ConsultationReplies.Overview}/change/extend",
        "/staff/waves", "/staff/waves/new", $"/staff/waves/{ConsultationReplies.WaveId}", $"/staff/waves/{ConsultationReplies.WaveId}/invitations",
        "/staff/paper", ConsultationReplies.Paper, $"{ConsultationReplies.Paper}/form", $"{ConsultationReplies.Paper}/import",
        "/staff/surveys", "/staff/surveys/new", "/staff/surveys/symbols", SurveyReplies.Address,
        .. new[]
        {
            "add-question", "add-question?kind=SingleChoice", "questions/on-time", "questions/travels/remove", "add-section", "sections/journey", "publish", "discard", "changes", "scales",
            "scales?from=agreement-3-easy-read&to=agreement-5", "try", "paper", "renditions", "renditions/easy-read/en/2", "renditions/easy-read/en/2/travels", "renditions/translation/pl/2",
        }.Select(part => $"{SurveyReplies.Address}/{part}"),
        CodingReplies.Board, $"{CodingReplies.Board}/several", $"{CodingReplies.Board}/progress", $"{CodingReplies.Board}/samples/U2FtMQ",
        "/staff/themes", "/staff/themes/VGgx", "/staff/themes/VGgx/merge?into=VGgy", "/staff/themes/VGgx/split", "/staff/themes/VGgx/unmerge",
        "/staff/loops", "/staff/loops?view=list", "/staff/loops/promises", "/staff/loops/TG9vcDE",
        "/staff/reading", "/staff/reading/words/TG9vcDE", "/staff/reading/answers/letters",
        .. ModerationReplies.Pages,
        "/staff/results", Wave, $"{Wave}/questions/p1", $"/staff/results/trend?wave={ResultsReplies.Wave}", "/staff/results/doing", "/staff/results/populations", "/staff/results/populations/new",
        $"/staff/consultations/{Replies.Slug}/results", "/staff/releases", "/staff/releases/new", $"/staff/releases/new?wave={ResultsReplies.Wave}", $"/staff/releases/{ResultsReplies.ReleaseId}",
        "/staff/activities", "/staff/activities/new", Activity,
        .. new[] { "coming", "plan", "places", "invitations", "support", "move", "cancel" }.Select(part => $"{Activity}/{part}"),
        "/staff/groups", "/staff/groups/new", $"/staff/groups/{OfficerReplies.GroupId}", $"/staff/groups/{OfficerReplies.GroupId}/terms", $"/staff/groups/{OfficerReplies.GroupId}/frequency", $"/staff/groups/{OfficerReplies.GroupId}/{OfficerReplies.SeatId}",
        .. CharterReplies.Pages,
        .. StatementReplies.Pages,
        "/staff/people", $"/staff/people/of/{OfficerReplies.PersonId}", "/staff/people/answers", "/staff/people/answers?reference=x", "/staff/people/answers/void?reference=x&response=UmVzMQ",
        "/staff/notifications", NotificationReplies.Address, ReminderTests.Address,
        "/staff/feedback", "/staff/feedback/new", "/staff/feedback/volumes", "/staff/local-offer?year=2019", $"/staff/feedback/{OfficerReplies.EntryId}",
        .. ActionReplies.Pages,
        .. MeasureReplies.Pages,
        .. MeetingReplies.Pages,
        .. EvidenceReplies.Pages,
        .. WebhookReplies.Pages,
        .. MessagesReplies.Pages,
    ];

    public static void Set(CannedGraphQL replies)
    {
        TodayReplies.Set(replies);
        ConsultationReplies.Set(replies);
        SurveyReplies.Set(replies);
        CodingReplies.Set(replies);
        LoopReplies.Set(replies);
        ModerationReplies.Set(replies);
        ResultsReplies.Set(replies);
        OfficerReplies.Set(replies);
        ActionReplies.Set(replies);
        MeasureReplies.Set(replies);
        MeetingReplies.Set(replies);
        NotificationReplies.Set(replies);
        ReminderTests.Set(replies);
        CharterReplies.Set(replies);
        EvidenceReplies.Set(replies);
        StatementReplies.Set(replies);
        WebhookReplies.Set(replies);
        MessagesReplies.Set(replies);
        replies.Data("StaffMe", Everything);
    }
}
