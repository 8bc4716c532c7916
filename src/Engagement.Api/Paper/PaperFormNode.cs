using Engagement.Api.Authorization;
using Engagement.Api.Surveys;
using Engagement.Paper;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Paper;

/// <summary>A form on paper that somebody typed in: nothing of what is on it.</summary>
[ObjectType<PaperFormCard>, GraphQLName("PaperForm"), GraphQLIgnore(nameof(PaperFormCard.Id), nameof(PaperFormCard.WaveId)), Authorize(Permissions.KeyPaper)]
public static partial class PaperFormNode
{
    /// <summary>The survey that it answers.</summary>
    public static Task<WaveSheet?> GetWaveAsync([Parent] PaperFormCard form, IWaveByIdDataLoader waves, CancellationToken cancellation) =>
        waves.LoadAsync(form.WaveId, cancellation);

    /// <summary>Who typed it in first; another person types it in again to check it.</summary>
    [BindMember(nameof(PaperFormCard.KeyedBy))]
    public static Typist GetKeyedBy([Parent] PaperFormCard form) => new(form.KeyedBy);
}
