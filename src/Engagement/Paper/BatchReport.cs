namespace Engagement.Paper;

/// <summary>What became of a file: all of its forms were taken, or none.</summary>
public sealed record BatchReport(int Taken, IReadOnlyList<BatchProblem> Problems);
