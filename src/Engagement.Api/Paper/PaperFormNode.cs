using Engagement.Api.Authorization;
using Engagement.Paper;
using GraphQL;

namespace Engagement.Api.Paper;

/// <summary>A form on paper that somebody typed in: nothing of what is on it.</summary>
[ObjectType<PaperFormCard>, GraphQLName("PaperForm"), GraphQLIgnore(nameof(PaperFormCard.Id), nameof(PaperFormCard.WaveId)), Authorize(Permissions.KeyPaper)]
public static partial class PaperFormNode
{
    /// <summary>Who typed it in first; another person types it in again to check it.</summary>
    [BindMember(nameof(PaperFormCard.KeyedBy))]
    public static Typist GetKeyedBy([Parent] PaperFormCard form) => new(form.KeyedBy);
}
