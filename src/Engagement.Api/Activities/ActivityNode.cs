using Engagement.Activities;
using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Api.People;
using Engagement.Consultations;
using GraphQL;

namespace Engagement.Api.Activities;

/// <summary>A planned occasion to hear people.</summary>
[ObjectType<ActivityPage>, GraphQLName("Activity"), GraphQLIgnore(nameof(ActivityPage.ConsultationId), nameof(ActivityPage.Coming)), Node, Authorize(Permissions.ReadActivities)]
public static partial class ActivityNode
{
    [NodeResolver, Authorize(Permissions.ReadActivities)]
    public static Task<ActivityPage?> LoadAsync(Guid id, ActivityReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The consultation it belongs to, if any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] ActivityPage activity, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        activity.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>Who means to come, in the order they signed up: what helps them is at accessNeeds.</summary>
    public static IReadOnlyList<Person> GetComing([Parent] ActivityPage activity) => [.. activity.Coming.Select(id => new Person(id))];

    /// <summary>How much those who took part found that they decided, which may be less than was planned.</summary>
    [BindMember(nameof(ActivityPage.AssessedLevels))]
    public static IReadOnlyList<LevelCount> GetAssessedLevels([Parent] ActivityPage activity) =>
        [.. activity.AssessedLevels.Select(one => new LevelCount(one.Key, one.Value))];
}

/// <summary>How many found that they decided so much.</summary>
/// <param name="Level">How much.</param>
/// <param name="Count">How many.</param>
public sealed record LevelCount(EngagementLevel Level, int Count);
