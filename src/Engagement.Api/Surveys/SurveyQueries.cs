using Engagement.Api.Authorization;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

[QueryType]
public static partial class SurveyQueries
{
    /// <summary>The sets of questions there are, newest first.</summary>
    [Authorize(Permissions.EditSurveys)]
    public static Task<IReadOnlyList<InstrumentSheet>> GetInstrumentsAsync(SurveyReads reads, CancellationToken cancellation) =>
        reads.InstrumentsAsync(cancellation);
}
