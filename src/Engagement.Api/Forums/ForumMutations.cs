using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>What the body does whose forum it is.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class ForumMutations
{
    /// <summary>Establish a forum of your own body.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="purpose">What it is for, and who reads it.</param>
    /// <param name="owner">The body whose forum it is: yours.</param>
    /// <param name="ageBand">Whom it is for, by age.</param>
    /// <param name="audience">Whose voice it is for.</param>
    /// <param name="moderation">Whether contributions are looked at before they are shown, or after. Always before for under-18s.</param>
    /// <param name="facilitators">Who may moderate it beside its body; at least 2 for under-18s.</param>
    [Authorize(Permissions.RunForums)]
    public static async Task<ForumPage?> EstablishForumAsync(
        string title,
        string purpose,
        ForumOwner owner,
        ForumAgeBand ageBand,
        Audience audience,
        ModerationMode moderation,
        IReadOnlyList<NamedFacilitator>? facilitators,
        [Spread] Repeatable repeatable,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var command = new EstablishForum(
            title, purpose, owner, ageBand, audience, moderation, [.. (facilitators ?? []).Select(one => new Facilitator(one.PersonId, one.Role, one.VettedOn))]);
        var id = await commands.EstablishAsync(command, user.Context(Permissions.RunForums, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Name somebody who may moderate the forum, or name them again after a new check.</summary>
    [Authorize(Permissions.RunForums), Error<StaleVersion>]
    public static async Task<ForumPage?> NameFacilitatorAsync(
        [Spread, ID<ForumPage>(nameof(NameFacilitator.ForumId)), ID<Person>(nameof(NameFacilitator.FacilitatorId))] NameFacilitator command,
        [Spread] Versioned versioned,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.NameFacilitatorAsync(command, user.Context(Permissions.RunForums, versioned), cancellation);
        return await reads.FindAsync(command.ForumId, cancellation);
    }

    /// <summary>Say that somebody no longer moderates the forum.</summary>
    [Authorize(Permissions.RunForums), Error<StaleVersion>]
    public static async Task<ForumPage?> RemoveFacilitatorAsync(
        [Spread, ID<ForumPage>(nameof(RemoveFacilitator.ForumId)), ID<Person>(nameof(RemoveFacilitator.FacilitatorId))] RemoveFacilitator command,
        [Spread] Versioned versioned,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RemoveFacilitatorAsync(command, user.Context(Permissions.RunForums, versioned), cancellation);
        return await reads.FindAsync(command.ForumId, cancellation);
    }

    /// <summary>Put a question to a forum. It opens and closes by itself at its dates.</summary>
    [Authorize(Permissions.RunForums)]
    public static async Task<TopicPage?> PublishTopicAsync(
        [Spread, ID<ForumPage>(nameof(PublishTopic.ForumId)), ID<ConsultationPage>(nameof(PublishTopic.ConsultationId))] PublishTopic command,
        [Spread] Repeatable repeatable,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.PublishTopicAsync(command, user.Context(Permissions.RunForums, repeatable), cancellation);
        return await reads.FindTopicAsync(id, cancellation);
    }

    /// <summary>Say in other words what the forum is called and what it is for. Its address stays.</summary>
    [Authorize(Permissions.RunForums), Error<StaleVersion>]
    public static async Task<ForumPage?> RewordForumAsync(
        [Spread, ID<ForumPage>(nameof(RewordForum.ForumId))] RewordForum command,
        [Spread] Versioned versioned,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RewordAsync(command, user.Context(Permissions.RunForums, versioned), cancellation);
        return await reads.FindAsync(command.ForumId, cancellation);
    }

    /// <summary>Put a topic before the others of its forum, or back among them.</summary>
    [Authorize(Permissions.RunForums), Error<StaleVersion>]
    public static async Task<TopicPage?> PinTopicAsync(
        [Spread, ID<TopicPage>(nameof(PinTopic.TopicId))] PinTopic command,
        [Spread] Versioned versioned,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PinTopicAsync(command, user.Context(Permissions.RunForums, versioned), cancellation);
        return await reads.FindTopicAsync(command.TopicId, cancellation);
    }

    /// <summary>Close a topic before its last day.</summary>
    [Authorize(Permissions.RunForums), Error<StaleVersion>]
    public static async Task<TopicPage?> CloseTopicAsync(
        [Spread, ID<TopicPage>(nameof(CloseTopic.TopicId))] CloseTopic command,
        [Spread] Versioned versioned,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CloseTopicAsync(command, user.Context(Permissions.RunForums, versioned), cancellation);
        return await reads.FindTopicAsync(command.TopicId, cancellation);
    }

    /// <summary>Say in a few plain words what was heard in a topic that has closed, or put that right.</summary>
    [Authorize(Permissions.RunForums), Error<StaleVersion>]
    public static async Task<TopicPage?> PublishTopicSummaryAsync(
        [Spread, ID<TopicPage>(nameof(PublishTopicSummary.TopicId))] PublishTopicSummary command,
        [Spread] Versioned versioned,
        ForumCommands commands,
        ForumReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishSummaryAsync(command, user.Context(Permissions.RunForums, versioned), cancellation);
        return await reads.FindTopicAsync(command.TopicId, cancellation);
    }
}

/// <summary>Somebody who is to moderate a forum.</summary>
/// <param name="PersonId">Who: they read it of themselves at <c>me</c>.</param>
/// <param name="Role">Their role, which the public sees.</param>
/// <param name="VettedOn">The day of their check by the vetting service, within the last 3 years.</param>
public sealed record NamedFacilitator([property: ID<Person>] Guid PersonId, string Role, DateOnly VettedOn);
