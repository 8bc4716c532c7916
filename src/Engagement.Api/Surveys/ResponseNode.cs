using Engagement.Api.Authorization;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>A response as officers see it: that it is there and whether it counts, and nothing of what was answered.</summary>
[ObjectType<ResponseRecord>, GraphQLName("Response"), GraphQLIgnore(nameof(ResponseRecord.WaveId))]
[Node, Authorize(Permissions.RunWaves)]
public static partial class ResponseNode
{
    [NodeResolver, Authorize(Permissions.RunWaves)]
    public static Task<ResponseRecord?> LoadAsync(Guid id, ResponseReads reads, CancellationToken cancellation) => reads.FindRecordAsync(id, cancellation);

    /// <summary>The survey it answers.</summary>
    public static Task<WaveSheet?> GetWaveAsync([Parent] ResponseRecord response, IWaveByIdDataLoader waves, CancellationToken cancellation) =>
        waves.LoadAsync(response.WaveId, cancellation);
}

/// <summary>A response as the person who gave it sees it again.</summary>
[ObjectType<OwnResponse>, GraphQLIgnore(nameof(OwnResponse.Id), nameof(OwnResponse.WaveId)), AllowAnonymous]
public static partial class OwnResponseNode
{
    /// <summary>The survey it answers.</summary>
    public static Task<WaveSheet?> GetWaveAsync([Parent] OwnResponse response, IWaveByIdDataLoader waves, CancellationToken cancellation) =>
        waves.LoadAsync(response.WaveId, cancellation);
}

/// <summary>Answers that were begun and not sent.</summary>
[ObjectType<SaveDraft>, GraphQLName("SavedDraft"), GraphQLIgnore(nameof(SaveDraft.WaveId)), AllowAnonymous]
public static partial class SavedDraftNode
{
    /// <summary>The survey they are of.</summary>
    public static Task<WaveSheet?> GetWaveAsync([Parent] SaveDraft draft, IWaveByIdDataLoader waves, CancellationToken cancellation) =>
        waves.LoadAsync(draft.WaveId, cancellation);
}
