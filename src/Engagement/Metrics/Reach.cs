using Engagement.SurveyResults;
using Engagement.Surveys;

namespace Engagement.Metrics;

/// <summary>Responses for each 1,000 people who could have given one. Never without the name of the set that counts them.</summary>
/// <param name="Of">The set: its source, its day and its reading.</param>
/// <param name="Responses">All of them, those of unknown group too.</param>
/// <param name="Groups">The groups of the set, in the order of their keys.</param>
public sealed record Reach(DenominatorSheet Of, int Responses, IReadOnlyList<GroupReach> Groups)
{
    /// <summary>Responses for each 1,000 people; null is "not applicable".</summary>
    public decimal? PerThousand => ResponseRate.PerThousand(Responses, Of.Set.Total);
}

/// <summary>The same for one group.</summary>
/// <param name="Key">The code of the district, or the key of the need or phase.</param>
/// <param name="Responses">How many came from it.</param>
/// <param name="Eligible">How many people are in it.</param>
public sealed record GroupReach(string Key, int Responses, int Eligible)
{
    /// <summary>Null is "not applicable": the group is empty.</summary>
    public decimal? PerThousand => ResponseRate.PerThousand(Responses, Eligible);
}

/// <summary>How many of those asked in a wave have answered.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="Countable">Its countable responses.</param>
/// <param name="Ineligible">How many answered who were found to be out of scope: they should not have been invited.</param>
/// <param name="Invitations">Null: an open link, which has no rate.</param>
/// <param name="DenominatorSetId">The population it could have reached; null where none was named.</param>
public sealed record WaveRate(Guid WaveId, int Countable, int Ineligible, InvitationList? Invitations, Guid? DenominatorSetId)
{
    /// <summary>In percent; null is "not applicable".</summary>
    public decimal? Percentage => Invitations is { } list ? ResponseRate.OfInvited(Countable, list.Invited, list.Undeliverable, Ineligible) : null;
}
