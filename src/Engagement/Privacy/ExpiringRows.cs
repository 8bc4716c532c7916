namespace Engagement.Privacy;

/// <summary>Rows that are deleted when they have been kept long enough. A module that keeps such rows adds one of these to the services.</summary>
/// <param name="RecordClass">The class of the retention rules.</param>
/// <param name="Table">Where they are.</param>
/// <param name="Condition">Which of them are due, in SQL; $1 is the last day (date) of which what was there then has been kept long enough.</param>
public sealed record ExpiringRows(string RecordClass, string Table, string Condition);
