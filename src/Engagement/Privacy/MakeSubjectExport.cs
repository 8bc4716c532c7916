namespace Engagement.Privacy;

/// <summary>Asks for everything that is held of a person.</summary>
/// <param name="PersonId">Who it is, by their pseudonym.</param>
public sealed record MakeSubjectExport(Guid PersonId);
