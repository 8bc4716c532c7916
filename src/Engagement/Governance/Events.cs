namespace Engagement.Governance;

/// <summary>
/// A group that decides or advises: what it is for in its own terms, how often it meets, and the group above it, which is null at the top of the chain.
/// </summary>
public sealed record GroupConstituted(string Name, string Terms, MeetingFrequency Frequency, Guid? ParentGroupId);

/// <summary>What it is for was agreed on anew.</summary>
public sealed record GroupTermsChanged(string Terms);

/// <summary>From a day on it meets more often or less. What it was before stays known, as what was promised for the days before.</summary>
public sealed record MeetingFrequencyChanged(MeetingFrequency Frequency, DateOnly From, string Reason);

/// <summary>A seat for a representative of parents and carers. It is Kent PACT's, and vacant until somebody is appointed.</summary>
public sealed record SeatCreated(Guid SeatId, string Title, DateOnly CreatedOn);

/// <summary>Kent PACT says who is to sit there: their pseudonym, and the role that the public sees. A later nomination takes its place.</summary>
public sealed record RepNominated(Guid SeatId, Guid RepresentativeId, string Role);

/// <summary>Kent PACT takes back whom it nominated, before they were appointed.</summary>
public sealed record NominationWithdrawn(Guid SeatId);

/// <summary>The group takes in whom Kent PACT nominated.</summary>
public sealed record RepAppointed(Guid SeatId, DateOnly AppointedOn);

/// <summary>The representative no longer sits there.</summary>
public sealed record SeatVacated(Guid SeatId, DateOnly VacatedOn, VacancyReason Reason);
