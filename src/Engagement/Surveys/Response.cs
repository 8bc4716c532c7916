using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Surveys;

/// <summary>One person's submitted answers in a wave. Withdrawn and voided are terminal: nobody changes what no longer counts.</summary>
public sealed record Response : IEvolve<Response>
{
    public required Guid WaveId { get; init; }

    public Guid? ConsultationId { get; init; }

    public required Guid SubjectId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>As it was last changed.</summary>
    public required ResponseContent Content { get; init; }

    /// <summary>1, and one more with each change.</summary>
    public int Edition { get; init; } = 1;

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? AmendedAt { get; init; }

    public PersonalText? AboutYou { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>Whether it was withdrawn after figures with it were published, and is still counted in them.</summary>
    public bool StaysInTotals { get; init; }

    public VoidReason? Voided { get; init; }

    /// <summary>Who checked it, of a response on paper that was typed in by somebody else.</summary>
    public Guid? CheckedBy { get; init; }

    /// <summary>The views that hold its words.</summary>
    public IEnumerable<Guid> ViewIds => Content.Answers.Select(a => a.ViewId).OfType<Guid>();

    public static Response? Evolve(Response? state, IEvent e) => (state, e.Data) switch
    {
        (null, ResponseSubmitted submitted) => new Response
        {
            WaveId = submitted.WaveId,
            ConsultationId = submitted.ConsultationId,
            SubjectId = submitted.SubjectId,
            Channel = submitted.Channel,
            Content = submitted.Content,
            SubmittedAt = submitted.SubmittedAt,
        },
        ({ } response, AboutYouGiven given) => response with { AboutYou = given.Answers },
        ({ } response, ResponseAmended amended) => response with
        {
            Content = amended.Content,
            Edition = response.Edition + 1,
            AmendedAt = amended.AmendedAt,
        },
        ({ } response, ResponseWithdrawn withdrawn) => response with { IsWithdrawn = true, StaysInTotals = withdrawn.StaysInTotals },
        ({ } response, ResponseVoided voided) => response with { Voided = voided.Reason },
        ({ } response, PaperResponseKeyed keyed) => response with { CheckedBy = keyed.CheckedBy },
        _ => state,
    };

    /// <summary>The same submission sent again has the same id, so it cannot be counted twice.</summary>
    public static Guid IdFor(Guid waveId, string idempotencyKey) =>
        DeterministicId.From("response", waveId.ToString("N"), idempotencyKey);

    public Guid? ViewOf(string questionKey) => Content.Answers.FirstOrDefault(a => a.QuestionKey == questionKey)?.ViewId;

    internal Refusal? CheckStanding()
    {
        if (IsWithdrawn)
            return new Refusal("RESPONSE_WITHDRAWN", "This response was withdrawn. It can no longer be changed");

        return Voided is null ? null : new Refusal("RESPONSE_VOIDED", "This response was taken out of the figures. It can no longer be changed");
    }
}
