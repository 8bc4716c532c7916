namespace Engagement.Paper;

/// <summary>A form of a file. <paramref name="Row"/> is as a spreadsheet counts.</summary>
public sealed record BatchRow(int Row, string FormNumber, PaperSheet Sheet);
