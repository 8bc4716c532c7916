using Engagement.Participants;

namespace Engagement.Forums;

/// <summary>
/// What a contribution is given before it is decided on: its identity, its author's handle, its moment, and the means to seal the words.
/// </summary>
public sealed record Arrival(
    Guid ContributionId,
    Guid AuthorId,
    string Handle,
    string Reference,
    string SecretHash,
    DateTimeOffset At,
    Func<string, PersonalText> Seal);
