using Engagement.Activities;
using Engagement.Api.Consultations;
using Engagement.Api.Forums;
using Engagement.Api.Releases;
using Engagement.Api.Surveys;
using Engagement.Forums;
using Engagement.LoggedFeedback;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.Authorization;

/// <summary>The kinds of things that have a rule, by the names that the schema gives them. A kind without one is reached by its permission alone.</summary>
internal static class TheObjectRules
{
    public static ObjectRules All { get; } = new ObjectRules()
        .Add("Consultation", Permissions.ReadDrafts, new ConsultationRule())
        .Add("Instrument", Permissions.EditSurveys, new InstrumentRule())
        .Add("Release", Permissions.ReadReleases, new ReleaseRule())
        .Add("Forum", Permissions.Moderate, new ForumRule(), (services, id, cancellation) => services.GetRequiredService<ForumReads>().FindAsync(id, cancellation))
        .Add("OwnContribution", Permissions.ChangeOwnContributions, Reaching.Own<OwnContribution>(post => post.AuthorId))
        .Add(
            "Activity",
            Permissions.ReadActivities,
            Reaching.Area<ActivityPage>(activity => activity.District),
            (services, id, cancellation) => services.GetRequiredService<ActivityReads>().FindAsync(id, cancellation))
        .Add("LoggedFeedback", Permissions.ReadLoggedFeedback, Reaching.Area<LogEntrySheet>(entry => entry.District));
}
