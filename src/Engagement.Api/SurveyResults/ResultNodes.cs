using Engagement.Api.Authorization;
using Engagement.Api.Surveys;
using Engagement.Releases;
using Engagement.SurveyResults;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.SurveyResults;

/// <summary>All that one voice answered in a wave.</summary>
[ObjectType<ShownVoice>, GraphQLName("VoiceResult"), Authorize(Permissions.ReadExactResults)]
public static partial class VoiceResultNode;

/// <summary>The answers to a question by one voice.</summary>
[ObjectType<ShownQuestion>, GraphQLName("QuestionResult"), Authorize(Permissions.ReadExactResults)]
public static partial class QuestionResultNode;

/// <summary>How often an answer was given.</summary>
[ObjectType<ShownOption>, GraphQLName("OptionResult"), Authorize(Permissions.ReadExactResults)]
public static partial class OptionResultNode;

/// <summary>The favourable answers on one scale: of five points the first two, of the three of Easy Read the first.</summary>
[ObjectType<ShownScale>, GraphQLName("ScaleResult"), Authorize(Permissions.ReadExactResults)]
public static partial class ScaleResultNode;

/// <summary>A question's options by the groups that answered it.</summary>
[ObjectType<ShownBreakdown>, GraphQLName("ResultBreakdown"), Authorize(Permissions.ReadExactResults)]
public static partial class ResultBreakdownNode;

/// <summary>A table of counts of people by row and column; null where a count is hidden because it could identify someone.</summary>
[ObjectType<ShownTable>, GraphQLName("CrossTable"), Authorize(Permissions.ReadExactResults)]
public static partial class CrossTableNode;

/// <summary>One wave in a trend.</summary>
[ObjectType<TrendPoint>, GraphQLIgnore(nameof(TrendPoint.WaveId)), Authorize(Permissions.ReadExactResults)]
public static partial class TrendPointNode
{
    /// <summary>The wave.</summary>
    public static Task<WaveSheet?> GetWaveAsync([Parent] TrendPoint point, IWaveByIdDataLoader waves, CancellationToken cancellation) =>
        waves.LoadAsync(point.WaveId, cancellation);
}
