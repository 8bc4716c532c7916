using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>A versioned set of questions.</summary>
[ObjectType<InstrumentSheet>, GraphQLName("Instrument"), GraphQLIgnore(nameof(InstrumentSheet.Instrument), nameof(InstrumentSheet.DraftedAt))]
[Node, AllowAnonymous]
public static partial class InstrumentNode
{
    [NodeResolver]
    public static Task<InstrumentSheet?> LoadAsync(Guid id, SurveyReads reads, CancellationToken cancellation) => reads.FindInstrumentAsync(id, cancellation);
}
