using System.Reflection;
using Engagement.Common;
using Engagement.Surveys;

namespace Engagement.Tests.Privacy;

/// <summary>
/// Every text that anybody can put into the platform, by what it may hold. A new one has to be put into one of the lists, after the question whether a
/// person's own words, how they are reached, or what is known of them can be in it.
/// </summary>
internal static class Inputs
{
    /// <summary>Of people, in their own words or about them: sealed in the log, and in clear only where a screen is for reading it.</summary>
    public static readonly IReadOnlySet<string> Personal = Words(
        """
        SubmitResponse.Answers[].Text AmendResponse.Form.Answers[].Text SaveDraft.Form.Answers[].Text
        KeyPaperForm.Sheet.Form.Answers[].Text ImportPaperBatch.File SetSafeguardingHold.Reason DeclareCharacteristic.Value
        RecordAccessNeed.Need LogFeedback.Words AnswerFeedback.Answer DrawLesson.Lesson PostContribution.Text EditContribution.Text
        FollowResponse.Address GiveAddress.Address AnswerByMessage.Comment AskForReminders.Address
        MakeAppeal.Text HoldContribution.SafeguardingNote QuoteView.Quote GiveConfirmation.Comment RecordNotes.Notes[].Words
        """);

    /// <summary>Kept as a keyed or plain hash, or not at all.</summary>
    public static readonly IReadOnlySet<string> Secret = Words(
        """
        FollowResponse.Secret UnfollowResponse.Secret ChooseNotifications.Token StopNotifications.Token AnswerByMessage.Token ConfirmAddress.Token
        AmendResponse.Secret WithdrawResponse.Secret GiveConfirmation.Secret RecordPointReached.CaseReference
        GiveSatisfaction.CaseReference SubmitResponse.IdempotencyKey SaveDraft.IdempotencyKey PostContribution.IdempotencyKey
        """);

    /// <summary>
    /// What officers, moderators and facilitators write for the record, much of it to be published: in clear in the log and in read models, and asked not to
    /// name anybody. Nowhere else.
    /// </summary>
    public static readonly IReadOnlySet<string> Official = Words(
        """
        SubmitResponse.LateBecause DraftInstrument.Title AddStatement.Text AddStatement.Hint AddQuestion.Text AddQuestion.Hint
        AddQuestion.Options[].Label ChangeQuestion.Text ChangeQuestion.Hint ChangeQuestion.Options[].Label AddSection.Title
        AddSection.Introduction ChangeSection.Title ChangeSection.Introduction WriteRendition.Items[].Text WriteRendition.Items[].Hint
        WriteRendition.Items[].Options[].Label ApproveRendition.ApprovedByRole RecordScaleMapping.Reason RecordScaleMapping.ApprovedByRole
        ScheduleWave.Title ExtendWave.Reason ReopenWave.Reason KeyPaperForm.Sheet.LateBecause
        ReclassifyFeedback.Reason ReviewLog.Found ReviewLog.Next EstablishForum.Title EstablishForum.Purpose EstablishForum.Facilitators[].Role RewordForum.Title RewordForum.Purpose
        NameFacilitator.Role ConstituteGroup.Name ConstituteGroup.Terms ChangeTerms.Terms ChangeMeetingFrequency.Reason CreateSeat.Title NominateRepresentative.Role
        RemoveFacilitator.Reason PublishTopic.Question PublishTopic.Background CloseTopic.Reason PublishTopicSummary.Text HoldContribution.Reason
        ReleaseContribution.Reason ReturnContribution.WhatToChange RefuseContribution.Reason ReverseModeration.Reason DecideAppeal.Reason
        SafeguardingReads.Open.reason CorrectCollation.Reason UncodeView.Why UncodeViews.Why OpenTheme.Title OpenTheme.Summary MarkViewNotCodable.Reason
        RecordDecision.Maker RecordDecision.Reasons RecordDecision.Alternatives RecordDecision.Conflicts ReopenDecision.Reason
        MakeCommitment.Text MakeCommitment.OwnerRole TakeAction.WhatChanged RescheduleCommitment.Reason DraftEntry.YouSaid
        DraftEntry.WeDid DraftEntry.Renditions[].YouSaid DraftEntry.Renditions[].WeDid CorrectEntry.Reason RecordTelling.Route
        PublishEntry.YouSaid PublishEntry.WeDid DescribeTheme.Definition DescribeTheme.Include DescribeTheme.Exclude ShareThemeBack.Route
        DisposeTheme.Reason LinkThemes.Why SplitTheme.Title SplitTheme.Summary UnmergeTheme.Reason DraftConsultation.Title DraftConsultation.OwnerRole
        DraftConsultation.DecisionMaker ChangeConsultationDraft.Title ChangeConsultationDraft.OwnerRole ChangeConsultationDraft.DecisionMaker PublishProposal.Text PublishProposal.Reasons PublishProposal.Impacts RecordOptionRejected.Option
        RecordOptionRejected.Reason AddRendition.ApprovedByRole OpenConsultation.ShorterThanSixWeeksBecause ExtendClosingDate.Reason
        CorrectClosingDate.Reason CorrectClosingDate.Source PauseConsultation.Reason AcceptLateSubmissions.ForWhom
        AcceptLateSubmissions.Reason WithdrawConsultation.Reason PlanActivity.Title PlanActivity.Lundy.Space PlanActivity.Lundy.Voice
        PlanActivity.Lundy.Audience PlanActivity.Lundy.Influence PlanActivity.SafeguardingPlan ChangeActivityPlan.Title ChangeActivityPlan.Lundy.Space ChangeActivityPlan.Lundy.Voice
        ChangeActivityPlan.Lundy.Audience ChangeActivityPlan.Lundy.Influence ChangeActivityPlan.SafeguardingPlan ChangeActivityPlan.Reason MoveActivity.Reason SendInvitations.Route
        OfferSupport.Detail OpenPlaces.Joining RecordAttendance.CorrectedBecause CancelActivity.Reason DraftRelease.Title DraftRelease.Reason CreateApiKey.Name CreateWebhook.Name ChangeWebhook.Name
        AdoptAction.Title AdoptAction.Description AdoptAction.Source AdoptAction.OwnerRole SetMilestone.Text ChangeMilestoneDueDate.Reason
        ReportMilestoneProgress.Progress AchieveMilestone.Evidence LinkCoproduction.How RecordCoproductionAbsence.Reason
        SetBaseline.ApprovedByRole SetBaseline.Note TakeBaselineFromWave.ApprovedByRole RebaseMeasure.Reason RebaseMeasure.ApprovedByRole SetTarget.Target.Text
        ReviewTarget.Target.Text ReviewTarget.Reason ApproveInterpretation.ApprovedByRole ApproveInterpretation.Reason ReportActual.Figure.Text
        CorrectActual.Figure.Text CorrectActual.Reason OverrideRating.ByRole OverrideRating.Reason ImportActuals.File
        CancelMeeting.Reason RaiseBarrier.Title RaiseBarrier.Detail EscalateBarrier.Reason ResolveBarrier.Resolution
        AdoptEdition.Charter AdoptEdition.Title AdoptEdition.Source AdoptEdition.Principles[].Title AdoptEdition.Principles[].Criteria[].Text
        SignUpGroup.Group StartCommissioning.Title MarkNotApplicable.Reason AnswerNotApplicable.Reason MakeClaim.Explanation DisputeClaim.Reason
        WithdrawClaim.Reason RejectEvidence.Reason
        AdoptStatements.Title AdoptStatements.Source AdoptStatements.Statements[].Text AdoptStatements.Statements[].Where EvidenceStatement.Explanation
        DisputeStatementEvidence.Reason WithdrawStatementEvidence.Reason RejectStatementEvidence.Reason
        """);

    /// <summary>Chosen from lists, printed on forms, or addresses of pages: no words.</summary>
    public static readonly IReadOnlySet<string> Codes = Words(
        """
        SubmitResponse.Answers[].QuestionKey SubmitResponse.Answers[].OptionKey SubmitResponse.Answers[].OptionKeys[]
        SubmitResponse.Answers[].Ranking[] SubmitResponse.Language WriteRendition.Items[].Symbol WriteRendition.Items[].OptionSymbols[].Key
        WriteRendition.Items[].OptionSymbols[].Symbol AmendResponse.Reference AmendResponse.Form.Answers[].QuestionKey
        AmendResponse.Form.Answers[].OptionKey AmendResponse.Form.Answers[].OptionKeys[] AmendResponse.Form.Answers[].Ranking[]
        AmendResponse.Form.Language WithdrawResponse.Reference SaveDraft.Form.Answers[].QuestionKey SaveDraft.Form.Answers[].OptionKey
        SaveDraft.Form.Answers[].OptionKeys[] SaveDraft.Form.Answers[].Ranking[] SaveDraft.Form.Language AddStatement.Key
        AddStatement.Details.Scale AddStatement.Details.OtherAnswers[] AddStatement.Details.Section
        AddStatement.Details.ShownWhen[].QuestionKey AddStatement.Details.ShownWhen[].AnyOf[] AddStatement.Details.Tags[] AddQuestion.Key
        AddQuestion.Options[].Key AddQuestion.Details.Scale AddQuestion.Details.OtherAnswers[] AddQuestion.Details.Section
        AddQuestion.Details.ShownWhen[].QuestionKey AddQuestion.Details.ShownWhen[].AnyOf[] AddQuestion.Details.Tags[] ChangeQuestion.Key
        ChangeQuestion.Options[].Key ChangeQuestion.Details.Scale ChangeQuestion.Details.OtherAnswers[] ChangeQuestion.Details.Section
        ChangeQuestion.Details.ShownWhen[].QuestionKey ChangeQuestion.Details.ShownWhen[].AnyOf[] ChangeQuestion.Details.Tags[]
        RemoveQuestion.Key MoveQuestion.Key AddSection.Key AddSection.ShownWhen[].QuestionKey AddSection.ShownWhen[].AnyOf[]
        ChangeSection.Key ChangeSection.ShownWhen[].QuestionKey ChangeSection.ShownWhen[].AnyOf[] RemoveSection.Key MoveSection.Key
        DeclareContinuity.Key WriteRendition.Rendition.Language WriteRendition.Items[].Key WriteRendition.Items[].Options[].Key
        WriteRendition.Items[].Scale ApproveRendition.Rendition.Language RecordScaleMapping.FromScale RecordScaleMapping.ToScale
        RecordScaleMapping.Points[].From RecordScaleMapping.Points[].To KeyPaperForm.FormNumber
        KeyPaperForm.Sheet.Form.Answers[].QuestionKey KeyPaperForm.Sheet.Form.Answers[].OptionKey
        KeyPaperForm.Sheet.Form.Answers[].OptionKeys[] KeyPaperForm.Sheet.Form.Answers[].Ranking[] KeyPaperForm.Sheet.Form.Language
        LogFeedback.Service LogFeedback.District PostContribution.District RejectViewSuggestion.Suggestion.Method CodeView.Suggestion.Method
        TakeAction.ProofUrl DraftEntry.Renditions[].Language DraftEntry.Districts[] GiveConfirmation.Reference LinkEqualityAnalysis.Url
        AddRendition.Language AddRendition.Url PublishReport.Url PlanActivity.District ChangeActivityPlan.District RecordNotes.Notes[].District
        RecordNotes.Notes[].Need RecordNotes.Notes[].Phase DraftRelease.Subject.Key DraftRelease.Subject.Crossed[].Question
         DraftRelease.Subject.Crossed[].By CreateApiKey.Scopes[] CreateWebhook.Address CreateWebhook.Kinds[] ChangeWebhook.Address ChangeWebhook.Kinds[] AchieveMilestone.EvidenceUrl SetTarget.Period ReviewTarget.Period
         NameStatements.Statements[] NameStatements.Phase ReportActual.Period CorrectActual.Period OverrideRating.Period
        FollowResponse.Reference FollowResponse.Language UnfollowResponse.Reference
        GiveAddress.Language ChooseNotifications.Districts[] SayWhatItIsAbout.Districts[]
        AdoptEdition.Principles[].Key AdoptEdition.Principles[].Criteria[].Key
        AdoptEdition.Principles[].Continues[] StartCommissioning.Service StartCommissioning.People.Districts[] StartCommissioning.People.Phases[]
        StartCommissioning.People.Needs[] MarkNotApplicable.Principle MarkNotApplicable.Organisation AnswerNotApplicable.Principle
        AnswerNotApplicable.Organisation MarkApplicable.Principle MakeClaim.Principle MakeClaim.Outcome MakeClaim.Organisation MakeClaim.Rule
        VerifyClaim.Organisation DisputeClaim.Organisation RejectEvidence.Principle RejectEvidence.Rule
        AdoptStatements.Statements[].Key EvidenceStatement.Statement EvidenceStatement.Organisation VerifyStatementEvidence.Organisation
        DisputeStatementEvidence.Organisation RejectStatementEvidence.Statement
        EditDeadLetter.Body ReplayDeadLetters.Which.Queue ReplayDeadLetters.Which.Type ReplayDeadLetters.Which.Search
        PurgeDeadLetters.Which.Queue PurgeDeadLetters.Which.Type PurgeDeadLetters.Which.Search
        """);

    /// <summary>The commands there are, with whoever carries them out.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(EngagementEvents).Assembly.GetTypes()
            .Where(type => type.IsPublic && (type.Name.EndsWith("Commands", StringComparison.Ordinal) || type == typeof(ResponseDrafts)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(p => IsCommand(p.ParameterType))),
    ];

    /// <summary>What is read only once it is recorded who reads it, and why.</summary>
    public static IReadOnlyList<MethodInfo> RecordedReads { get; } =
    [
        .. typeof(EngagementEvents).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Name.EndsWith("Reads", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(p => p.ParameterType == typeof(CommandContext))),
    ];

    /// <summary>The texts of all commands, as <c>Command.Member</c>; of lists, <c>Command.Members[].Member</c>; and of reads, <c>Reads.Read.parameter</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. RecordedReads.SelectMany(method => method.GetParameters()).Where(p => p.ParameterType == typeof(string)).Select(PathOf),
        .. Methods.SelectMany(method => method.GetParameters()).Select(p => p.ParameterType).Where(IsCommand).Distinct()
            .SelectMany(command => TextsOf(command, command.Name)),
    ];

    public static bool IsCommand(Type type) =>
        type.Assembly == typeof(EngagementEvents).Assembly && type.IsClass && type != typeof(CommandContext) && type != typeof(Acting);

    /// <summary>The path of a text that is no part of a command.</summary>
    public static string PathOf(ParameterInfo parameter) =>
        $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name.Replace("Async", "", StringComparison.Ordinal)}.{parameter.Name}";

    private static IEnumerable<string> TextsOf(Type type, string path)
    {
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var here = $"{path}.{member.Name}";
            var inside = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (inside.IsGenericType && inside.GetGenericArguments() is [var item])
                (here, inside) = ($"{here}[]", item);

            if (inside == typeof(string))
                yield return here;
            else if (IsCommand(inside))
            {
                foreach (var text in TextsOf(inside, here))
                    yield return text;
            }
        }
    }

    private static HashSet<string> Words(string list) => [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
