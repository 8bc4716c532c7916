namespace Engagement.Measures;

/// <summary>A figure of a file.</summary>
internal sealed record ActualsRow(int Row, string Code, string Period, ReportedFigure Figure);
