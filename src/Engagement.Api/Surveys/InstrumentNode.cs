using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>A versioned set of questions.</summary>
[ObjectType<InstrumentSheet>, GraphQLName("Instrument"), GraphQLIgnore(nameof(InstrumentSheet.Instrument), nameof(InstrumentSheet.DraftedAt))]
[Node, AllowAnonymous]
public static partial class InstrumentNode
{
    // Anyone may read the questions that people are asked; a draft is its editors' own.
    [NodeResolver]
    public static async Task<InstrumentSheet?> LoadAsync(Guid id, SurveyReads reads, ClaimsPrincipal user, CancellationToken cancellation) =>
        await reads.FindInstrumentAsync(id, cancellation) is { } instrument
        && (instrument.PublishedVersion is not null || user.May(Permissions.EditSurveys))
            ? instrument
            : null;
}
