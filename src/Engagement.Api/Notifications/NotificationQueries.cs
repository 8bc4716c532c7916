using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Feedback;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Notifications;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace Engagement.Api.Notifications;

[QueryType]
public static partial class NotificationQueries
{
    /// <summary>The kinds of messages that people who took part, and staff, may be sent, in the order in which they meet them.</summary>
    [Authorize(Permissions.ReadNotifications)]
    public static IReadOnlyList<NotificationTemplate> GetNotificationKinds() => NotificationTemplate.All;

    /// <summary>The codes of the languages that messages are written in, English first.</summary>
    [Authorize(Permissions.ReadNotifications)]
    public static IReadOnlyList<string> GetNotificationLanguages() => [.. NotificationLanguage.All.Select(language => language.Code)];

    /// <summary>A message as it would be sent, about things made up for the purpose; null when none is written in that language, or for that audience.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="audience">In whose words.</param>
    /// <param name="language">The code of a language.</param>
    [Authorize(Permissions.ReadNotifications)]
    public static NotificationPreview? GetNotificationPreview(NotificationKind kind, NotificationAudience audience, string language, [Service] Place place) =>
        NotificationPreview.Of(place, kind, audience, language);

    /// <summary>How sending goes: what waits, and what came of the last seven days.</summary>
    [Authorize(Permissions.ReadNotifications)]
    public static Task<NotificationDelivery> GetNotificationDeliveryAsync(NotificationReads reads, CancellationToken cancellation) =>
        reads.DeliveryAsync(cancellation);

    /// <summary>
    /// How many people would be told by e-mail now that a consultation opens, because they asked to hear of such: to the nearest five. Null for fewer than 10,
    /// and where there is no such consultation.
    /// </summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.EditConsultations)]
    public static async Task<int?> GetToldOfOpeningAsync(
        [ID<ConsultationPage>] Guid consultationId, ConsultationReads consultations, NotificationReads reads, CancellationToken cancellation) =>
        await consultations.FindAsync(consultationId, cancellation) is { } consultation ? await reads.CountToldOfOpeningAsync(consultation, cancellation) : null;

    /// <summary>
    /// How many people were told by e-mail that a consultation has opened, because they asked to hear of such; null where nobody has been told yet, and where there is
    /// no such consultation.
    /// </summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.EditConsultations)]
    public static Task<OpeningNotices?> GetOpeningNoticesAsync(
        [ID<ConsultationPage>] Guid consultationId, NotificationReads reads, CancellationToken cancellation) =>
        reads.FindOpeningNoticesAsync(consultationId, cancellation);

    /// <summary>How your reminders by e-mail stand; null for whoever is nobody in particular.</summary>
    [Authorize(Permissions.ReadWorkbench)]
    public static async Task<ReminderSettings?> GetReminderSettingsAsync(ReminderCommands reminders, ClaimsPrincipal user, CancellationToken cancellation) =>
        user.ActorId() is { } actor ? await reminders.FindAsync(actor, cancellation) : null;

    /// <summary>
    /// Whether somebody is told by e-mail what becomes of a response, for whoever holds its receipt; null when the reference and the secret do not belong
    /// together. Never to which address.
    /// </summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    [AllowAnonymous]
    public static Task<ResponseFollowing?> GetResponseFollowingAsync(
        string reference, string secret, NotificationReads reads, IHttpContextAccessor requests, CancellationToken cancellation) =>
        Reading.OfAsync(() => reads.FindFollowingAsync(reference, secret, cancellation), requests);

    /// <summary>
    /// What somebody chose to be sent, for whoever has a link from a message, also the one to confirm their address, and without a link for whoever has an account; null
    /// when it is no such link or is over, or nothing is sent to the account.
    /// </summary>
    /// <param name="token">From the link; left out for those of one's own account.</param>
    [AllowAnonymous]
    public static Task<NotificationChoices?> GetNotificationChoicesAsync(
        string? token, NotificationReads reads, ClaimsPrincipal user, CancellationToken cancellation) =>
        reads.FindChoicesAsync(token, user.Account(), cancellation);

    /// <summary>The entry that a message asks about, for whoever has its link; null when it is no such link, or there is nothing to answer any more.</summary>
    /// <param name="token">From the link.</param>
    [AllowAnonymous]
    public static Task<NotificationQuestion?> GetNotificationQuestionAsync(string token, NotificationReads reads, CancellationToken cancellation) =>
        reads.FindQuestionAsync(token, cancellation);
}

/// <summary>What a message asks.</summary>
[ObjectType<NotificationQuestion>, GraphQLIgnore(nameof(NotificationQuestion.LoopId)), AllowAnonymous]
public static partial class NotificationQuestionNode
{
    /// <summary>The entry that is to answer them.</summary>
    public static async Task<EntryPage?> GetEntryAsync([Parent] NotificationQuestion question, IEntryByIdDataLoader entries, CancellationToken cancellation) =>
        await entries.LoadAsync(question.LoopId, cancellation);
}
