namespace Engagement.Measures;

/// <summary>Takes in a file of figures: all of them, or none.</summary>
/// <param name="File">
/// Text with commas (CSV), in UTF-8: at most 1,000,000 characters and 1,000 rows. The first row names the columns: measure (its number), period, value, part,
/// whole, note. Of a percentage either the part and the whole or the value.
/// </param>
public sealed record ImportActuals(string File);
