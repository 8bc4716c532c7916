namespace Engagement.Privacy;

/// <summary>
/// Subjects whose keys are destroyed when what they told us has been kept long enough. A module with subjects of its own adds one of these to the services.
/// </summary>
/// <param name="RecordClass">The class of the retention rules.</param>
/// <param name="Due">
/// A statement that gives the ids of subjects k of engagement.subject_keys, as a condition on k; $1 is the last day (date) of which what was there then
/// has been kept long enough.
/// </param>
public sealed record ExpiringSubjects(string RecordClass, string Due);
