using Engagement.Activities;
using Engagement.Api.Activities;
using Engagement.Api.Consultations;
using Engagement.Api.Forums;
using Engagement.Api.Releases;
using Engagement.Api.Surveys;
using Engagement.Api.Webhooks;
using Engagement.Forums;
using Engagement.LoggedFeedback;
using Engagement.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.Authorization;

/// <summary>The kinds of things that have a rule, by the names that the schema gives them. A kind without one is reached by its permission alone.</summary>
internal static class TheObjectRules
{
    private static IObjectRule<Place> InDistrict { get; } = Reaching.Area<Place>(place => place.District);

    public static ObjectRules All { get; } = new ObjectRules()
        .Add("Consultation", Permissions.ReadDrafts, new ConsultationRule())
        .Add("Instrument", Permissions.EditSurveys, new InstrumentRule())
        .Add("Release", Permissions.ReadReleases, new ReleaseRule())
        .Add("Forum", Permissions.Moderate, new ForumRule(), (services, id, cancellation) => services.GetRequiredService<ForumReads>().FindAsync(id, cancellation))
        .AddPart("Topic", Permissions.Moderate, new ForumRule(), ForumOfTopicAsync)
        .AddPart("ModeratedContribution", Permissions.Moderate, new ForumRule(), ForumOfContributionAsync)
        .About("establishForum", new ForumBodyRule(), input => new ForumBody(input.GetValueOrDefault("owner") as ForumOwner?))
        .Add("OwnContribution", Permissions.ChangeOwnContributions, new OwnContributionRule())
        .Add(
            "Activity",
            Permissions.ReadActivities,
            new ActivityRule(),
            (services, id, cancellation) => services.GetRequiredService<ActivityReads>().FindAsync(id, cancellation))
        .About("planActivity", InDistrict, DistrictOf)
        .About("changeActivityPlan", InDistrict, DistrictOf)
        .Add(
            "LoggedFeedback",
            Permissions.ReadLoggedFeedback,
            Reaching.Area<LogEntrySheet>(entry => entry.District),
            (services, id, cancellation) => services.GetRequiredService<LogReads>().FindAsync(id, cancellation))
        .About("logFeedback", InDistrict, DistrictOf)
        .About("reviewLog", InDistrict, DistrictOf)
        .About("givePermission", Reaching.Self, _ => new Oneself())
        .About("withdrawPermission", Reaching.Self, _ => new Oneself())
        .About("declareCharacteristic", Reaching.Self, _ => new Oneself())
        .About("recordMyAccessNeed", Reaching.Self, _ => new Oneself())
        .About("requestErasure", Reaching.Self, _ => new Oneself())
        .About("giveAddress", Reaching.Self, _ => new Oneself())
        .About("makeSubjectExport", Reaching.Self, _ => new Oneself())
        .About("subjectExport", Reaching.Self, _ => new Oneself())
        .Add(
            "Webhook",
            Permissions.ManageWebhooks,
            Reaching.Own<Webhook>(webhook => webhook.OwnerId ?? Guid.Empty),
            (services, id, cancellation) => services.GetRequiredService<WebhookReads>().FindAsync(id, cancellation))
        .Add(
            "WebhookDelivery",
            Permissions.ManageWebhooks,
            Reaching.Own<WebhookDelivery>(delivery => delivery.OwnerId ?? Guid.Empty),
            (services, id, cancellation) => services.GetRequiredService<WebhookReads>().FindDeliveryAsync(id, cancellation))
        .Add("CreatedWebhook", Permissions.ManageWebhooks, Reaching.Own<CreatedWebhook>(made => made.Webhook?.OwnerId ?? Guid.Empty))
        .Add("NewWebhookSecret", Permissions.ManageWebhooks, Reaching.Own<NewWebhookSecret>(made => made.Webhook?.OwnerId ?? Guid.Empty))
        .About("createWebhook", Reaching.Self, _ => new Oneself())
        .About("webhooksMayStayHere", Reaching.Self, _ => new Oneself())
        .About("webhooks", Reaching.Self, _ => new Oneself());

    private static Place DistrictOf(IReadOnlyDictionary<string, object?> input) => new(input.GetValueOrDefault("district") as string);

    private static async Task<ForumPage?> ForumOfTopicAsync(IServiceProvider services, Guid topic, CancellationToken cancellation)
    {
        var forums = services.GetRequiredService<ForumReads>();
        return await forums.FindTopicAsync(topic, cancellation) is { } found ? await forums.FindAsync(found.ForumId, cancellation) : null;
    }

    private static async Task<ForumPage?> ForumOfContributionAsync(IServiceProvider services, Guid contribution, CancellationToken cancellation) =>
        await services.GetRequiredService<ModerationReads>().ForumOfAsync(contribution, cancellation) is { } forum
            ? await services.GetRequiredService<ForumReads>().FindAsync(forum, cancellation)
            : null;

    /// <summary>Where something is to be.</summary>
    private sealed record Place(string? District);
}
