using Engagement.Web.Documents;
using Engagement.Web.Forums;

namespace Engagement.Web.RunForums;

/// <summary>A forum as those see it who run it. <c>Waiting</c> is null for whoever does not moderate it.</summary>
public sealed record RunForumSummary(string Slug, string Title, ForumOwner Owner, bool MayRun, bool MayModerate, int? Waiting);

public sealed record RunForumDetails(
    string Id,
    string Slug,
    string Title,
    string Purpose,
    ForumOwner Owner,
    bool MayRun,
    bool MayModerate,
    int? Waiting,
    int Version,
    Connection<RunTopic> Topics,
    ForumAgeBand? AgeBand = null)
{
    /// <summary>The pages that it is run on.</summary>
    public RunFace Face { get; init; } = RunFace.Pact;

    public IReadOnlyList<ForumFacilitator> Facilitators { get; init; } = [];
}

public sealed record RunTopic(
    string Id, string Slug, string Question, TopicState State, DateOnly OpensOn, DateOnly ClosesOn, DateOnly? ClosedEarlyOn, bool IsPinned, int Version, string? Summary = null, RunTopicForum? Forum = null)
{
    public DateOnly LastDay => ClosedEarlyOn ?? ClosesOn;
}

public sealed record RunTopicForum(string Slug);

public sealed record ForumFacilitator(FacilitatorPerson Person, string Role, DateOnly VettedOn);

public sealed record FacilitatorPerson(string Id, bool IsYou);
