namespace Engagement.Measures;

/// <summary>What became of a file: all of it was taken, or nothing was.</summary>
/// <param name="Taken">How many figures were taken.</param>
/// <param name="Problems">What is wrong, row by row; empty where the file was taken.</param>
public sealed record ImportReport(int Taken, IReadOnlyList<ImportProblem> Problems);
