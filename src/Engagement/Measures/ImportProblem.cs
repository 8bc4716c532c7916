namespace Engagement.Measures;

/// <summary>What is wrong with a file, where, and what to do about it. It repeats nothing of what is in the cell.</summary>
/// <param name="Row">As a spreadsheet counts: 1 is the row of the column names; 0 is the whole file.</param>
/// <param name="Column">The name of the column; empty: the whole row.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record ImportProblem(int Row, string Column, string Problem);
