using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>What an author is told at once, and keeps to come back with. The secret is shown here and nowhere else.</summary>
[ObjectType<PostedContribution>, GraphQLIgnore(nameof(PostedContribution.AuthorId))]
public static partial class PostedContributionNode
{
    /// <summary>The contribution, for what its author does with it next.</summary>
    [BindMember(nameof(PostedContribution.Id)), ID<OwnContribution>]
    public static Guid GetContributionId([Parent] PostedContribution posted) => posted.Id;
}
