using Engagement.Common;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>One run of a survey: the questions people are asked, from one day to another.</summary>
[ObjectType<WaveSheet>, GraphQLName("Wave")]
[GraphQLIgnore(
    nameof(WaveSheet.ConsultationId),
    nameof(WaveSheet.InstrumentId),
    nameof(WaveSheet.ClosedOn),
    nameof(WaveSheet.IsPaused),
    nameof(WaveSheet.IsWithdrawn),
    nameof(WaveSheet.WithdrawnOn),
    nameof(WaveSheet.LateUntil),
    nameof(WaveSheet.Title),
    nameof(WaveSheet.Audience))]
[Node, AllowAnonymous]
public static partial class WaveNode
{
    [NodeResolver]
    public static async Task<WaveSheet?> LoadAsync(Guid id, SurveyReads reads, CancellationToken cancellation) =>
        (await reads.FindSurveyAsync(id, cancellation))?.Wave;

    /// <summary>Where it stands today, in London.</summary>
    public static WaveState GetState([Parent] WaveSheet wave, TimeProvider clock) => wave.StateOn(clock.LondonToday());

    /// <summary>The questions it asks.</summary>
    public static async Task<InstrumentSheet> GetInstrumentAsync(
        [Parent] WaveSheet wave, IInstrumentByIdDataLoader instruments, CancellationToken cancellation) =>
        (await instruments.LoadAsync(wave.InstrumentId, cancellation))?.At(wave.InstrumentVersion)
            ?? throw new InvalidOperationException($"Wave {wave.Id} names an instrument that is not there.");
}
