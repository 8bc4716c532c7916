namespace Engagement.Paper;

/// <summary>What became of a file: all of its forms were taken, or none.</summary>
/// <param name="Taken">How many forms were taken; 0 where anything is wrong.</param>
/// <param name="Problems">What is wrong, in the order of the rows.</param>
public sealed record BatchReport(int Taken, IReadOnlyList<BatchProblem> Problems);
