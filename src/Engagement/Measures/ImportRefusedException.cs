namespace Engagement.Measures;

/// <summary>Some rows of a file are refused, so that none is taken.</summary>
internal sealed class ImportRefusedException(IReadOnlyList<ImportProblem> problems) : Exception("Rows of the file are refused.")
{
    public IReadOnlyList<ImportProblem> Problems { get; } = problems;
}
