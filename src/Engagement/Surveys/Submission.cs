using Engagement.Participants;

namespace Engagement.Surveys;

/// <summary>What a submission is given before it is decided on: its identity, its moment, and the means to seal the person's words.</summary>
public sealed record Submission(
    Guid ResponseId,
    Guid SubjectId,
    string Reference,
    string SecretHash,
    DateTimeOffset SaidAt,
    Func<string, PersonalText> Seal);
